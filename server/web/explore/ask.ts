/** What is asked of the server. Answers of one release never change, so each is asked for once. */

import type { LinkKind, View } from "./types.ts";

export interface Evidence {
  name: string;
  kind: string;
  when: string;
  address: string;
  facts: { label: string; values: { text: string; href: string }[]; more: number }[];
  evidence: {
    document: string; href: string; itself: string; issued: string; place: string; words: string; address: string;
    passage: { before: string; words: string; after: string } | null;
  }[];
}
export interface Hop { here: string; there: string; owner: string; sentence: string; sources: string[] }
export interface Paths { note: string; paths: Hop[][] }
export interface Queries { sparql: string; graphql: string; variables: Record<string, unknown> }
export interface Hit { iri: string; id: string; label: string; detail: string; matched: string; kind: string }

export class Failed extends Error {
  constructor(message: string, readonly hint = "") {
    super(message);
  }
}

export class Ask {
  private kept = new Map<string, Promise<unknown>>();

  constructor(private release: string, private isPinned: boolean) {}

  view = (log: string) => this.json<View>("/explore/view.json", { do: log });
  links = (thing: string, on: string, by: string) =>
    this.json<{ links: LinkKind[] }>("/explore/links.json", { thing, do: days(on, by) }).then(({ links }) => links);
  evidence = (thing: string) => this.json<Evidence>("/explore/evidence.json", { thing });
  paths = (here: string, there: string, on: string, by: string) =>
    this.json<Paths>("/explore/path.json", { here, there, do: days(on, by) });
  queries = (log: string) => this.json<Queries>("/explore/query.json", { do: log });
  named = (q: string) => this.json<{ hits: Hit[] }>("/search.json", { q, first: "12" }).then(({ hits }) => hits);

  /** The address of a file of a view. */
  file = (form: string, log: string) => `/explore/view.${form}?${this.query({ do: log })}`;

  private query(asked: Record<string, string>): string {
    const given = Object.entries(asked).filter(([, value]) => value);
    if (this.isPinned) given.push(["release", this.release]);
    return given.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
  }

  private json<T>(path: string, asked: Record<string, string>): Promise<T> {
    const address = `${path}?${this.query(asked)}`;
    const known = this.kept.get(address) as Promise<T> | undefined;
    if (known) return known;
    const asking = this.fetched<T>(address);
    this.kept.set(address, asking);
    asking.catch(() => this.kept.delete(address));
    return asking;
  }

  private async fetched<T>(address: string): Promise<T> {
    let response: Response;
    try {
      response = await fetch(address, { headers: { Accept: "application/json" } });
    } catch {
      throw new Failed("The service cannot be reached.", "Try again in a moment.");
    }
    const body = (await response.json().catch(() => ({}))) as Record<string, string>;
    if (!response.ok) throw new Failed(body.detail ?? `The service answered ${response.status}.`, body.hint ?? "");
    return body as T;
  }
}

const days = (on: string, by: string) => [on && `on,${on}`, by && `by,${by}`].filter(Boolean).join(";");
