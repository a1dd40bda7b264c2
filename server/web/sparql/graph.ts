/** A result as a graph: two columns of things, an edge for each row, placed by their links alone. */

import Graph from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";

import type { Answer, Row, Term } from "./answer.ts";
import { cut, drawn, figure, linked } from "./picture.ts";
import { label, short, type Prefixes } from "./terms.ts";
import { pairs } from "./views.ts";

const MOST = 300;
const WIDTH = 1000;
const HEIGHT = 640;
const MARGIN = 60;
const ROUNDS = 200;

interface Point {
  readonly x: number;
  readonly y: number;
}

export function graph(answer: Answer, prefixes: Prefixes): Element {
  const columns = pairs(answer);
  const things = new Map<string, { term: Term; name: string }>();
  const edges: { from: string; to: string; told: string }[] = [];
  let left = 0;
  for (const row of columns ? answer.rows : []) {
    const from = row[columns!.from];
    const to = row[columns!.to];
    if (!from || !to || to.type === "literal") continue;
    const fresh = [...new Set([from.value, to.value])].filter((each) => !things.has(each));
    if (things.size + fresh.length > MOST) {
      left += 1;
      continue;
    }
    things.set(from.value, { term: from, name: label(row, columns!.from, prefixes) });
    things.set(to.value, { term: to, name: label(row, columns!.to, prefixes) });
    edges.push({ from: from.value, to: to.value, told: between(row, prefixes) });
  }
  const places = placed([...things.keys()], edges);
  const words = `Graph of ${things.size} things and ${edges.length} links`;
  const made = drawn("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "graph", role: "group", "aria-label": words });
  for (const { from, to, told } of edges) made.append(edge(places.get(from)!, places.get(to)!, told));
  const hasRoom = roomy([...places.values()]);
  for (const [key, { term, name }] of things) {
    const { x, y } = places.get(key)!;
    const words = cut(name, 30);
    const dot = drawn("circle", { cx: x, cy: y, r: 6, class: "mark" });
    const text = drawn("text", { x, y: y + 20, "text-anchor": "middle" }, hasRoom(x, y + 16, words) ? words : "");
    made.append(linked(term, name, dot, text));
  }
  return figure(made, left ? `${words}; ${left} rows more would pass ${MOST} things and are in the table alone.` : `${words}.`);
}

/** Whether a name has room where no mark and no name before it stands; the pointer tells the others. */
function roomy(marks: readonly Point[]): (x: number, y: number, words: string) => boolean {
  const taken: { x: number; y: number; half: number }[] = marks.map((each) => ({ ...each, half: 6 }));
  return (x, y, words) => {
    const half = words.length * 3.2;
    const isFree = taken.every((each) => Math.abs(each.y - y) > 11 || Math.abs(each.x - x) > each.half + half);
    if (isFree) taken.push({ x, y, half });
    return isFree;
  };
}

function between(row: Row, prefixes: Prefixes): string {
  const term = row["edgeLabel"] ?? row["edge"] ?? row["link"] ?? row["predicate"];
  return term ? short(term, prefixes) : "";
}

function edge(from: Point, to: Point, told: string): SVGElement {
  const made = drawn("g", {});
  if (told) made.append(drawn("title", {}, told));
  made.append(drawn("line", { x1: from.x, y1: from.y, x2: to.x, y2: to.y, class: "edge" }));
  if (told) {
    const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
    made.append(drawn("text", { ...middle, class: "told", "text-anchor": "middle" }, cut(told, 24)));
  }
  return made;
}

/** The same things and links always have the same places. */
function placed(keys: readonly string[], edges: readonly { from: string; to: string }[]): Map<string, Point> {
  const joined = new Graph({ type: "undirected", multi: false });
  keys.forEach((key, at) => {
    const turn = (at / keys.length) * 2 * Math.PI;
    joined.addNode(key, { x: Math.cos(turn) * 100, y: Math.sin(turn) * 100 });
  });
  for (const { from, to } of edges) if (from !== to) joined.mergeEdge(from, to);
  if (keys.length > 1) {
    const settings = { ...forceAtlas2.inferSettings(joined), adjustSizes: false, gravity: 1.5 };
    forceAtlas2.assign(joined, { iterations: ROUNDS, settings });
  }
  return fitted(joined.mapNodes((key, { x, y }) => [key, { x: x as number, y: y as number }]));
}

function fitted(found: readonly [string, Point][]): Map<string, Point> {
  const [xs, ys] = [found.map(([, { x }]) => x), found.map(([, { y }]) => y)];
  const into = (value: number, all: readonly number[], room: number): number => {
    const [least, most] = [Math.min(...all), Math.max(...all)];
    return most === least ? room / 2 : MARGIN + ((value - least) / (most - least)) * (room - 2 * MARGIN);
  };
  return new Map(found.map(([key, { x, y }]) => [key, { x: into(x, xs, WIDTH), y: into(y, ys, HEIGHT) }]));
}
