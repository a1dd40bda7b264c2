/** A result as what became of what: bands from those before on the left to those after on the right. */

import { sankey, sankeyJustify, sankeyLinkHorizontal } from "d3-sankey";

import type { Answer, Term } from "./answer.ts";
import { cut, drawn, figure, linked } from "./picture.ts";
import { label, type Prefixes } from "./terms.ts";
import { generations, pairs } from "./views.ts";

const MOST = 250;
const WIDTH = 1000;
const ROW = 26;

interface Thing {
  readonly key: string;
  readonly term: Term;
  readonly name: string;
}

interface Step {
  readonly source: string;
  readonly target: string;
  readonly value: number;
}

export function lineage(answer: Answer, prefixes: Prefixes): Element {
  const columns = generations(answer) ?? pairs(answer);
  const things = new Map<string, Thing>();
  const steps = new Map<string, Step>();
  for (const row of columns ? answer.rows : []) {
    const [from, to] = [row[columns!.from], row[columns!.to]];
    const key = `${from?.value}\n${to?.value}`;
    if (!from || !to || from.value === to.value || steps.has(key) || steps.size >= MOST) continue;
    if (leads(steps, to.value, from.value)) continue;
    things.set(from.value, { key: from.value, term: from, name: label(row, columns!.from, prefixes) });
    things.set(to.value, { key: to.value, term: to, name: label(row, columns!.to, prefixes) });
    steps.set(key, { source: from.value, target: to.value, value: 1 });
  }
  const words = `${steps.size} steps between ${things.size} bodies; a band is as wide as it joins bodies, and tells nothing of their size.`;
  return figure(drawing(things, steps, words), words);
}

function drawing(things: Map<string, Thing>, steps: Map<string, Step>, words: string): Element {
  const sources = new Set([...steps.values()].map((each) => each.source));
  const targets = new Set([...steps.values()].map((each) => each.target));
  const rows = Math.max(sources.size, targets.size, 2);
  const height = rows * ROW + 20;
  const made = drawn("svg", { viewBox: `0 0 ${WIDTH} ${height}`, class: "lineage", role: "group", "aria-label": words });
  if (!steps.size) return made;
  const layout = sankey<Thing, Step>()
    .nodeId(({ key }) => key)
    .nodeAlign(sankeyJustify)
    .nodeWidth(8)
    .nodePadding(10)
    .extent([[240, 10], [WIDTH - 240, height - 10]]);
  const { nodes, links } = layout({
    nodes: [...things.values()].map((each) => ({ ...each })),
    links: [...steps.values()].map((each) => ({ ...each })),
  });
  const path = sankeyLinkHorizontal<Thing, Step>();
  for (const each of links) made.append(drawn("path", { d: path(each) ?? "", class: "band", "stroke-width": Math.max(1, each.width ?? 1) }));
  for (const each of nodes) {
    const { x0 = 0, x1 = 0, y0 = 0, y1 = 0 } = each;
    const isFirst = !each.targetLinks?.length;
    const text = drawn("text", { x: isFirst ? x0 - 8 : x1 + 8, y: (y0 + y1) / 2 + 4, "text-anchor": isFirst ? "end" : "start" }, cut(each.name, 34));
    made.append(linked(each.term, each.name, drawn("rect", { x: x0, y: y0, width: x1 - x0, height: y1 - y0, class: "bar" }), text));
  }
  return made;
}

/** Whether steps lead from one thing to another: one more would go round in a circle. */
function leads(steps: Map<string, Step>, from: string, to: string): boolean {
  const waiting = [from];
  const seen = new Set(waiting);
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at === to) return true;
    for (const { source, target } of steps.values()) {
      if (source === at && !seen.has(target)) {
        seen.add(target);
        waiting.push(target);
      }
    }
  }
  return false;
}
