/** What a view shows, told by its log: pure functions from commands and data to what is drawn. */

import { tail, type Command } from "./log.ts";
import type { Edge, Line, Thing, View } from "./types.ts";

export interface Shown {
  on: string;
  by: string;
  without: Set<string>;
  said: Set<string>;
  hidesPast: boolean;
  at: string[];
  dropped: Set<string>;
  moved: Map<string, [number, number]>;
}

/** What the commands say of how the things are shown. */
export function shown(commands: readonly Command[]): Shown {
  const found: Shown = {
    on: "", by: "", without: new Set(), said: new Set(), hidesPast: false, at: [], dropped: new Set(), moved: new Map(),
  };
  for (const { verb, args } of commands) {
    const first = args[0] ?? "";
    if (verb === "on") found.on = first;
    else if (verb === "by") found.by = first;
    else if (verb === "without") found.without = new Set(args.filter(Boolean));
    else if (verb === "said") found.said = new Set(args.filter(Boolean));
    else if (verb === "past") found.hidesPast = first === "hidden";
    else if (verb === "at") found.at = args.filter(Boolean);
  }
  for (const { verb, args } of tail(commands)) {
    if (verb === "drop") args.forEach((each) => found.dropped.add(each));
    else if (verb === "move") found.moved.set(args[0] ?? "", [Number(args[1]), Number(args[2])]);
  }
  return found;
}

const ISO = /^\d{4}-\d\d-\d\d$/;
export const isDay = (text: string) => ISO.test(text) && !Number.isNaN(Date.parse(text));

const isKnown = (each: Thing | Edge, by: string) => !by || (each.known ? each.known <= by : each.lasting);

/** Whether something held on the one day and was known by the other; an empty day asks nothing. */
export function isOf(each: Thing | Edge, on: string, by: string): boolean {
  return (!on || (each.start <= on && (!each.end || on <= each.end))) && isKnown(each, by);
}

/** Whether no day is sure, but something held some time from its end to its start; see `server/explore/times.py`. */
const isUnsure = (each: { start: string; end: string }) => each.end !== "" && each.end < each.start;

/** Whether something may have held on the one day, not surely, and was known by the other. */
export function mayBeOf(each: Thing | Edge, on: string, by: string): boolean {
  return isUnsure(each) && each.end <= on && on <= each.start && isKnown(each, by);
}

export interface Drawn {
  things: Thing[];
  lines: Line[];
  /** Keys of things and of lines that do not hold on the days. */
  past: Set<string>;
  /** Keys of those that may hold, but not surely. */
  perhaps: Set<string>;
  /** The edges that hold: what the queries behind the view find. */
  now: Edge[];
  /** The edges that may hold, but not surely. */
  unsure: Edge[];
}

/** What is said of a thing or a line beside its days: whether it is of the day. */
export const standing = (key: string, { past, perhaps }: Drawn) => past.has(key) ? "not on this day" : perhaps.has(key) ? "perhaps on this day" : "";

export const lineKey = (one: string, two: string) => (one < two ? `${one} ${two}` : `${two} ${one}`);

/** What is drawn of a view; where a thing stands does not depend on any day. */
export function drawn(view: View, state: Shown): Drawn {
  const things = view.things.filter((each) => !state.without.has(each.kind) && !state.dropped.has(each.id));
  const among = new Set(things.map((each) => each.id));
  const perhaps = new Set(things.filter((each) => mayBeOf(each, state.on, state.by)).map((each) => each.id));
  const past = new Set(things.filter((each) => !isOf(each, state.on, state.by) && !perhaps.has(each.id)).map((each) => each.id));
  const lines = new Map<string, Line>();
  const now: Edge[] = [];
  const unsure: Edge[] = [];
  for (const edge of view.edges) {
    if (!among.has(edge.source) || !among.has(edge.target)) continue;
    const heard = !state.said.size || edge.by.some((each) => state.said.has(each));
    if (!heard) continue;
    const key = lineKey(edge.source, edge.target);
    const line = lines.get(key) ?? { key, here: edge.source, there: edge.target, edges: [] };
    line.edges.push(edge);
    lines.set(key, line);
    if (isOf(edge, state.on, state.by)) now.push(edge);
    else if (mayBeOf(edge, state.on, state.by)) unsure.push(edge);
  }
  const [holding, may] = [now, unsure].map((edges) => new Set(edges.map((edge) => lineKey(edge.source, edge.target))));
  for (const key of lines.keys()) if (!holding!.has(key)) (may!.has(key) ? perhaps : past).add(key);
  if (!state.hidesPast) return { things, lines: [...lines.values()], past, perhaps, now, unsure };
  const left = things.filter((each) => !past.has(each.id));
  const kept = new Set(left.map((each) => each.id));
  return {
    things: left,
    lines: [...lines.values()].filter((each) => !past.has(each.key) && kept.has(each.here) && kept.has(each.there)),
    past, perhaps,
    now: now.filter((each) => kept.has(each.source) && kept.has(each.target)),
    unsure: unsure.filter((each) => kept.has(each.source) && kept.has(each.target)),
  };
}

/** A line's neighbours and what they are called from a thing. */
export function neighbours(lines: readonly Line[], id: string): { id: string; line: Line; words: string }[] {
  return lines
    .filter((line) => line.here === id || line.there === id)
    .map((line) => ({
      id: line.here === id ? line.there : line.here,
      line,
      words: [...new Set(line.edges.map((edge) => (edge.source === id ? edge.words : edge.back)))].join("; "),
    }));
}

/** How many, in words that are right for one and for none. */
export const counted = (count: number, one: string) => `${count ? count.toLocaleString("en") : "no"} ${one}${count === 1 ? "" : "s"}`;

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A day as people write it: `1 Apr 2020`. */
export function dayed(day: string): string {
  const [year, month, date] = day.split("-").map(Number);
  return isDay(day) ? `${date} ${MONTHS[month! - 1]} ${year}` : day;
}

export function period(each: { start: string; end: string }): string {
  if (isUnsure(each)) return `some time from ${dayed(each.end)} to ${dayed(each.start)}`;
  if (each.start && each.start === each.end) return dayed(each.start);
  if (each.start && each.end) return `${dayed(each.start)} – ${dayed(each.end)}`;
  if (each.start) return `from ${dayed(each.start)}`;
  return each.end ? `until at least ${dayed(each.end)}` : "";
}
