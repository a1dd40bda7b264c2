/**
 * Which views a result has, by its columns, and which of them comes first.
 *
 * A comment `#view: timeline` (or table, graph, lineage) in the query decides; else it is the table.
 */

import type { Answer, Row, Term } from "./answer.ts";
import { isDay, type Prefixes } from "./terms.ts";

export type View = "table" | "graph" | "timeline" | "lineage";

/** Two columns of things, of which each row joins a pair. */
export interface Pairs {
  readonly from: string;
  readonly to: string;
}

/** A column of days that something begins on, and one of days that it ends on, if there is one. */
export interface Spans {
  readonly start: string;
  readonly end: string;
}

export type Draw = (answer: Answer, prefixes: Prefixes) => Element;

const BEFORE = /^(old|before|predecessor|merged|gone|source)$/i;
const AFTER = /^(new|after|successor|now|target|became)$/i;
const END = /(end|ended|to|until|closed|notAfter|latest)$/i;

/** The views of a result, the first one first. */
export function views(answer: Answer, query: string): View[] {
  const found: View[] = ["table"];
  if (pairs(answer)) found.push("graph");
  if (spans(answer)) found.push("timeline");
  const wanted = /^\s*#\s*view:\s*(\w+)/im.exec(query)?.[1]?.toLowerCase();
  if (generations(answer) || (wanted === "lineage" && pairs(answer))) found.push("lineage");
  const first = found.find((each) => each === wanted) ?? "table";
  return [first, ...found.filter((each) => each !== first)];
}

/** The columns whose things a graph joins: the first two with things in them. */
export function pairs({ columns, rows }: Answer): Pairs | undefined {
  const things = columns.filter((each) => mostly(rows, each, (term) => term.type !== "literal"));
  const triple = columns.join() === "subject,predicate,object";
  const [from, to] = triple ? ["subject", "object"] : things;
  return from && to ? { from, to } : undefined;
}

/** The columns of what went before and what came after, by their names. */
export function generations(answer: Answer): Pairs | undefined {
  const { columns, rows } = answer;
  const things = columns.filter((each) => mostly(rows, each, (term) => term.type === "uri"));
  const from = things.find((each) => BEFORE.test(each));
  const to = things.find((each) => AFTER.test(each));
  return from && to ? { from, to } : undefined;
}

/** The columns of days: the first begins, and one that is named for it ends. */
export function spans({ columns, rows }: Answer): Spans | undefined {
  const days = columns.filter((each) => mostly(rows, each, isDay));
  const start = days.find((each) => !END.test(each)) ?? days[0];
  if (!start) return undefined;
  return { start, end: days.find((each) => each !== start && END.test(each)) ?? "" };
}

function mostly(rows: readonly Row[], column: string, is: (term: Term) => boolean): boolean {
  const told = rows.map((row) => row[column]).filter((term) => term !== undefined);
  return told.length > 0 && told.filter(is).length >= told.length * 0.9;
}
