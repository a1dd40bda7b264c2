/** What the service answers to a query, as rows; what it refuses, as a problem. */

export interface Term {
  readonly type: "uri" | "literal" | "bnode";
  readonly value: string;
  readonly datatype?: string;
  readonly "xml:lang"?: string;
}

export type Row = Readonly<Record<string, Term | undefined>>;

export interface Answer {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** Of an ASK query alone. */
  readonly truth?: boolean;
  readonly release: string;
}

/** A refusal, in words: what is wrong, what to do, and where in the query (line and column). */
export class Refusal extends Error {
  override readonly name = "Refusal";

  constructor(
    message: string,
    readonly hint: string,
    readonly line: number,
    readonly column: number,
  ) {
    super(message);
  }
}

const ROWS = "application/sparql-results+json";
const TRIPLES = "application/ld+json";

/** The answer to a query; throws `Refusal`, and whatever `fetch` throws. */
export async function answer(address: string, query: string, signal: AbortSignal): Promise<Answer> {
  const response = await fetch(address, {
    method: "POST",
    headers: { "content-type": "application/sparql-query", accept: `${ROWS}, ${TRIPLES};q=0.9` },
    body: query,
    signal,
  });
  if (!response.ok) throw await refused(response);
  const release = response.headers.get("x-release") ?? "";
  const body: unknown = await response.json();
  if (Array.isArray(body)) return { ...triples(body as Node[]), release };
  const { head, results, boolean } = body as Results;
  if (boolean !== undefined) return { columns: [], rows: [], truth: boolean, release };
  return { columns: head.vars ?? [], rows: results?.bindings ?? [], release };
}

interface Results {
  readonly head: { readonly vars?: string[] };
  readonly results?: { readonly bindings: Row[] };
  readonly boolean?: boolean;
}

type Value = { "@id"?: string; "@value"?: unknown; "@type"?: string; "@language"?: string };
type Node = { "@id": string; "@type"?: string[] } & Record<string, unknown>;

const TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

/** Expanded JSON-LD as a table of subjects, predicates and objects. */
function triples(nodes: readonly Node[]): Omit<Answer, "release"> {
  const rows: Row[] = [];
  for (const { "@id": id, ...told } of nodes) {
    const subject = named(id);
    for (const [name, values] of Object.entries(told)) {
      const predicate = named(name === "@type" ? TYPE : name);
      for (const each of values as (Value | string)[]) rows.push({ subject, predicate, object: object(each) });
    }
  }
  return { columns: ["subject", "predicate", "object"], rows };
}

function object(given: Value | string): Term {
  if (typeof given === "string") return named(given);
  if (given["@id"] !== undefined) return named(given["@id"]);
  const { "@type": datatype, "@language": language } = given;
  const value = String(given["@value"]);
  return { type: "literal", value, ...(datatype && { datatype }), ...(language && { "xml:lang": language }) };
}

function named(id: string): Term {
  return id.startsWith("_:") ? { type: "bnode", value: id.slice(2) } : { type: "uri", value: id };
}

async function refused(response: Response): Promise<Refusal> {
  const isTold = response.headers.get("content-type")?.includes("problem+json");
  const told = isTold ? ((await response.json()) as Record<string, string>) : {};
  const [line = 0, column = 0] = (told["at"] ?? "").split(":").map(Number);
  const words = told["detail"] ?? `The service answered ${response.status}.`;
  return new Refusal(plain(words), told["hint"] ?? "", line || 0, column || 0);
}

/** A parser's words without its classes of letters: what one would write is left. */
function plain(words: string): string {
  const [start = "", expected] = words.split(": expected one of ");
  if (expected === undefined) return words;
  const parts = expected.match(/"(?:[^"\\]|\\.)*"|\[[^\]]*\]|[A-Z][\w ]+/g) ?? [];
  const sentence = parts.find((each) => /^[A-Z]\w* \w+ /.test(each));
  if (sentence === "Prefix not found") return "A name before a colon is not declared by PREFIX.";
  if (sentence) return `${sentence}.`;
  const told = parts.filter((each) => /^"[^\\]|^[A-Z]+$/.test(each)).slice(0, 8);
  return told.length ? `${start}: here may stand ${told.join("  ")}` : `${start}.`;
}
