/** What the service suggests for a text: things by their names, old names, codes and texts. */

export interface Suggestion {
  readonly label: string;
  /** What matched, where that is not the label: an old name, a code. */
  readonly matched: string;
  /** What sort of thing it is, and what tells it apart: `organisation · CCG, 2013-2020`. */
  readonly told: string;
  /** Its short name, `id:organisation/26A/ccg`. */
  readonly id: string;
}

interface Hit {
  readonly id: string;
  readonly label: string;
  readonly matched: string;
  readonly kindLabel: string;
  readonly detail: string;
}

const MOST = 8;
const kept = new Map<string, Promise<Suggestion[]>>();

/** The release that this page was asked for, if any; what is asked from it goes there too. */
export const release = new URLSearchParams(location.search).get("release");

/** The best suggestions, best first; `kind` keeps to a class. Throws where nothing is answered. */
export function suggestions(text: string, kind: string, signal: AbortSignal): Promise<Suggestion[]> {
  const asked = new URLSearchParams({ q: text, first: String(MOST), ...(kind && { kind }) });
  if (release) asked.set("release", release);
  const address = `/search.json?${asked}`;
  const known = kept.get(address) ?? fetched(address, signal);
  kept.set(address, known);
  known.catch(() => kept.delete(address));
  return known;
}

async function fetched(address: string, signal: AbortSignal): Promise<Suggestion[]> {
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(`${response.status}`);
  const { hits } = (await response.json()) as { hits: Hit[] };
  return hits.filter(({ id }) => id.startsWith("id:")).map(told);
}

function told({ id, label, matched, kindLabel, detail }: Hit): Suggestion {
  const words = [kindLabel, detail].filter(Boolean).join(" · ");
  return { id, label, matched: matched === label ? "" : matched, told: words };
}
