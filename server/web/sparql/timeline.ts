/** A result as bars on a line of time: a bar where there is an end, a mark where there is none. */

import type { Answer, Row } from "./answer.ts";
import { cut, drawn, figure, linked } from "./picture.ts";
import { isDay, label, place, type Prefixes } from "./terms.ts";
import { spans, type Spans } from "./views.ts";

const MOST = 150;
const ROW = 22;
const LEFT = 250;
const WIDTH = 1000;
const TOP = 28;

interface Bar {
  readonly row: Row;
  readonly start: number;
  readonly end: number | undefined;
  readonly told: string;
}

export function timeline(answer: Answer, prefixes: Prefixes): Element {
  const days = spans(answer);
  const named = naming(answer);
  const all = days ? answer.rows.flatMap((row) => bar(row, days)) : [];
  const bars = all.sort((one, other) => one.start - other.start).slice(0, MOST);
  const first = Math.min(...bars.map((each) => each.start));
  const last = Math.max(...bars.map((each) => each.end ?? each.start)) + 0.5;
  const scale = (year: number): number => LEFT + ((year - first) / (last - first || 1)) * (WIDTH - LEFT - 10);
  const height = TOP + bars.length * ROW + 8;
  const words = `Timeline of ${bars.length.toLocaleString("en")} of ${all.length.toLocaleString("en")} rows`;
  const made = drawn("svg", { viewBox: `0 0 ${WIDTH} ${height}`, class: "timeline", role: "group", "aria-label": words });
  for (const year of years(first, last)) {
    made.append(
      drawn("line", { x1: scale(year), x2: scale(year), y1: TOP - 6, y2: height, class: "grid" }),
      drawn("text", { x: scale(year), y: 14, class: "year", "text-anchor": "middle" }, String(year)),
    );
  }
  bars.forEach((each, at) => made.append(line(each, at, named, prefixes, scale)));
  return figure(made, bars.length < all.length ? `${words}, the earliest first.` : "");
}

function bar(row: Row, days: Spans): Bar[] {
  const start = year(row[days.start]?.value);
  if (start === undefined || !isDay(row[days.start]!)) return [];
  const end = days.end ? year(row[days.end]?.value) : undefined;
  const told = [row[days.start]?.value, days.end ? (row[days.end]?.value ?? "open") : ""].filter(Boolean).join(" to ");
  return [{ row, start, end, told }];
}

function line(each: Bar, at: number, named: string, prefixes: Prefixes, scale: (year: number) => number): SVGElement {
  const y = TOP + at * ROW;
  const x = scale(each.start);
  const name = label(each.row, named, prefixes);
  const shape =
    each.end === undefined
      ? drawn("circle", { cx: x, cy: y + ROW / 2, r: 5, class: "mark" })
      : drawn("rect", { x, y: y + 4, width: Math.max(3, scale(each.end) - x), height: ROW - 8, rx: 2, class: "bar" });
  const text = drawn("text", { x: LEFT - 10, y: y + ROW / 2 + 4, "text-anchor": "end" }, cut(name, 34));
  const term = each.row[named];
  const reach = drawn("rect", { x: 0, y, width: LEFT - 6, height: ROW, class: "reach" });
  const isLink = term !== undefined && place(term) !== "";
  return linked(term, `${name}, ${each.told}`, ...(isLink ? [reach] : []), text, shape);
}

/** The column whose things name the rows: the first of things, else the first that is no day. */
function naming({ columns, rows }: Answer): string {
  const has = (column: string, is: (kind: string) => boolean): boolean => rows.some((row) => is(row[column]?.type ?? ""));
  return (
    columns.find((each) => has(each, (kind) => kind === "uri")) ??
    columns.find((each) => rows.some((row) => row[each] && !isDay(row[each]))) ??
    columns[0] ??
    ""
  );
}

/** A day as a part of years since the year 0, such as 2013.25. */
function year(day: string | undefined): number | undefined {
  const found = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(day ?? "");
  if (!found) return undefined;
  return Number(found[1]) + (Number(found[2] ?? 1) - 1) / 12 + (Number(found[3] ?? 1) - 1) / 365;
}

function* years(first: number, last: number): Generator<number> {
  const step = [1, 2, 5, 10, 25, 50, 100].find((each) => (last - first) / each <= 12) ?? 500;
  for (let at = Math.ceil(first / step) * step; at <= last; at += step) yield at;
}
