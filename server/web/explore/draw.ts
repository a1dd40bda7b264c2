/** The picture: SVG elements for things and lines, made once and only marked when a day changes. */

import { svg } from "./dom.ts";
import { placedLabels, wrapped, type Box, type Wanted } from "./labels.ts";
import { dashes, look } from "./shapes.ts";
import { period, standing, type Drawn } from "./state.ts";
import type { Line, Thing } from "./types.ts";

export type Spot = { x: number; y: number };

/** Pictures of more things are moved as a whole and drawn plainer. */
const DENSE = 600;

/** Pixels at the foot of the picture in which its buttons stand. */
const UNDER = 60;

const radius = (thing: Thing) => Math.min(1 + Math.log2(1 + thing.links) / 9, 1.7);

export class Picture {
  readonly root = svg("svg", { class: "picture", role: "group", "aria-labelledby": "picture-name", tabindex: -1 });
  private readonly zoomed = svg("g");
  private readonly lineLayer = svg("g", { class: "lines" });
  private readonly thingLayer = svg("g", { class: "things" });
  private readonly labelLayer = svg("g", { class: "labels", "aria-hidden": "true" });
  readonly marks = new Map<string, SVGGElement>();
  readonly lines = new Map<string, SVGGElement>();
  readonly spots = new Map<string, Spot>();
  private things = new Map<string, Thing>();
  private degrees = new Map<string, number>();
  private drawnLines: Line[] = [];
  private scale = 1;
  private size = 1;
  private view = { x: 0, y: 0, scale: 0 };
  private rest = 0;
  private labelling = 0;
  private selected: string[] = [];

  constructor() {
    const arrow = svg("marker", { id: "arrow", viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: "auto" },
      svg("path", { d: "M0,0.8L8,4L0,7.2Z" }));
    this.zoomed.append(this.lineLayer, this.thingLayer, this.labelLayer);
    this.root.append(svg("title", { id: "picture-name" }, "Picture of the things and their links"), svg("defs", {}, arrow), this.zoomed);
  }

  /** Make the elements of what is drawn; what is there already stays, and stays where it is. */
  draw(found: Drawn, moved: Map<string, [number, number]>): void {
    this.things = new Map(found.things.map((each) => [each.id, each]));
    this.drawnLines = found.lines;
    this.degrees.clear();
    for (const line of found.lines) for (const id of [line.here, line.there]) this.degrees.set(id, (this.degrees.get(id) ?? 0) + 1);
    for (const each of found.things) {
      const [x, y] = moved.get(each.id) ?? [each.x, each.y];
      this.spots.set(each.id, { x, y });
    }
    sync(this.marks, found.things.map((each) => each.id), this.thingLayer, (id) => this.mark(this.things.get(id)!));
    const lines = new Map(found.lines.map((each) => [each.key, each]));
    sync(this.lines, [...lines.keys()], this.lineLayer, (key) => this.line(lines.get(key)!));
    for (const id of this.marks.keys()) this.place(id);
    this.stretch();
    this.root.classList.toggle("dense", found.things.length > DENSE);
    this.days(found, true);
    this.label();
  }

  /** Mark what does not hold on the days; nothing moves. */
  days(found: Drawn, all = false): void {
    for (const [id, mark] of this.marks) {
      if (this.marked(mark, id, found, all)) mark.setAttribute("aria-label", this.told(this.things.get(id)!, standing(id, found)));
    }
    for (const line of found.lines) {
      const element = this.lines.get(line.key)!;
      if (this.marked(element, line.key, found, all)) element.setAttribute("aria-label", this.toldLine(line, standing(line.key, found)));
    }
    for (const label of this.labelLayer.children) label.classList.toggle("past", found.past.has((label as SVGElement).dataset.id!));
  }

  /** Mark one of them; whether that is another mark than it had. */
  private marked(element: Element, key: string, { past, perhaps }: Drawn, all: boolean): boolean {
    const isSame = element.classList.contains("past") === past.has(key) && element.classList.contains("perhaps") === perhaps.has(key);
    element.classList.toggle("past", past.has(key));
    element.classList.toggle("perhaps", perhaps.has(key));
    return all || !isSame;
  }

  /** Show what is looked at: a thing, or the two ends of a line, with what they are joined to. */
  select(at: readonly string[]): void {
    this.selected = [...at];
    const near = new Set(at);
    for (const { here, there } of this.drawnLines) {
      if (at.length === 1 && (here === at[0] || there === at[0])) near.add(here).add(there);
    }
    const any = at.length > 0;
    for (const [id, mark] of this.marks) {
      mark.classList.toggle("chosen", at.length === 1 && at[0] === id);
      mark.classList.toggle("away", any && !near.has(id));
    }
    for (const { key, here, there } of this.drawnLines) {
      const isChosen = at.length === 2 && at.includes(here) && at.includes(there);
      const isNear = isChosen || (at.length === 1 && (here === at[0] || there === at[0]));
      const element = this.lines.get(key)!;
      element.classList.toggle("chosen", isChosen);
      element.classList.toggle("away", any && !isNear);
    }
    this.label();
  }

  /** Where the picture stands and how near it is; marks never become too small to be seen. */
  zoom(x: number, y: number, scale: number, rests = false): void {
    clearTimeout(this.rest);
    if (rests) return this.settle({ x, y, scale });
    const isMoving = this.root.classList.contains("dense") && this.view.scale > 0;
    if (isMoving) {
      // What was painted is moved as a whole, and painted anew when the hand rests.
      const share = scale / this.view.scale;
      this.root.style.transform = `translate(${x - share * this.view.x}px, ${y - share * this.view.y}px) scale(${share})`;
    } else this.paint({ x, y, scale });
    this.rest = window.setTimeout(() => this.settle({ x, y, scale }), 140);
  }

  private paint(view: { x: number; y: number; scale: number }): void {
    this.view = view;
    this.root.style.transform = "";
    this.zoomed.setAttribute("transform", `translate(${view.x} ${view.y}) scale(${view.scale})`);
  }

  /** Sizes that depend on how near the picture is, and the names. */
  private settle(view: { x: number; y: number; scale: number }): void {
    this.paint(view);
    this.scale = view.scale;
    this.label();
    this.root.classList.toggle("far", view.scale < 0.55);
    const size = Math.min(Math.max(1, 0.62 / view.scale), 2.2);
    if (Math.abs(size / this.size - 1) < 0.12) return;
    this.size = size;
    for (const id of this.marks.keys()) this.place(id);
    this.stretch();
  }

  move(id: string, spot: Spot): void {
    this.spots.set(id, spot);
    this.place(id);
    this.stretch(id);
  }

  /** Place the names anew, with the next frame. */
  label(): void {
    cancelAnimationFrame(this.labelling);
    this.labelling = requestAnimationFrame(() => this.name());
  }

  /** The names, those of what is chosen and of what is joined the most first. */
  private name(): void {
    const unit = 1 / this.scale;
    const wanted: Wanted[] = [...this.things.values()].map((thing) => ({
      id: thing.id,
      ...this.spots.get(thing.id)!,
      radius: 9 * radius(thing) * this.size,
      lines: wrapped(thing.label),
      weight: (this.selected.includes(thing.id) ? 1e6 : 0) + (this.marks.get(thing.id)?.classList.contains("away") ? 0 : 1e3) + thing.links,
    }));
    const labels = placedLabels(wanted, this.scale, this.sight()).map(({ id, x, y, anchor, lines }) => {
      const mark = this.marks.get(id)!;
      const text = svg("text", { class: mark.classList.contains("past") ? "past" : "", "text-anchor": anchor, transform: `translate(${x} ${y}) scale(${unit})`, "data-id": id },
        ...lines.map((line, number) => svg("tspan", { x: 0, y: 11 + 14 * number }, line)));
      text.classList.toggle("away", mark.classList.contains("away"));
      return text;
    });
    this.labelLayer.replaceChildren(...labels);
  }

  /** What of the picture is in sight and not under its buttons. */
  private sight(): Box {
    const { x, y, scale } = this.view;
    const { clientWidth, clientHeight } = this.root;
    return { x: (4 - x) / scale, y: (4 - y) / scale, width: (clientWidth - 8) / scale, height: (clientHeight - UNDER) / scale };
  }

  /** The thing that stands nearest to one. */
  nearest(id: string): string | undefined {
    const from = this.spots.get(id);
    if (!from) return undefined;
    const far = (other: string) => Math.hypot(this.spots.get(other)!.x - from.x, this.spots.get(other)!.y - from.y);
    return [...this.marks.keys()].filter((other) => other !== id).sort((one, two) => far(one) - far(two))[0];
  }

  bounds(): { x: number; y: number; width: number; height: number } {
    const spots = [...this.things.keys()].map((id) => this.spots.get(id)!);
    const xs = spots.map(({ x }) => x);
    const ys = spots.map(({ y }) => y);
    const [x, y] = [Math.min(...xs, 0), Math.min(...ys, 0)];
    return { x, y, width: Math.max(...xs, 0) - x, height: Math.max(...ys, 0) - y };
  }

  private mark(thing: Thing): SVGGElement {
    const { path, tone } = look(thing.kind);
    const size = radius(thing).toFixed(2);
    return svg("g", { class: `thing ${tone}`, role: "button", tabindex: -1, "data-id": thing.id },
      svg("circle", { class: "reach", r: 14 }), svg("path", { d: path, transform: `scale(${size})` }), svg("title", {}, thing.label));
  }

  private line(line: Line): SVGGElement {
    const first = line.edges[0]!;
    const isOneWay = line.edges.every((edge) => edge.source === first.source && edge.words !== edge.back);
    const path = svg("path", { class: "stroke", "stroke-dasharray": dashes(first.term) });
    if (isOneWay) path.setAttribute("marker-end", "url(#arrow)");
    const words = [...new Set(line.edges.map((edge) => edge.words))].join("; ");
    return svg("g", { class: "line", role: "button", tabindex: -1, "data-key": line.key }, svg("path", { class: "reach" }), path, svg("title", {}, words));
  }

  private place(id: string): void {
    const { x, y } = this.spots.get(id)!;
    this.marks.get(id)!.setAttribute("transform", `translate(${x} ${y}) scale(${this.size})`);
  }

  private stretch(only = ""): void {
    for (const line of this.drawnLines) {
      if (only && line.here !== only && line.there !== only) continue;
      const first = line.edges[0]!;
      const [from, to] = [this.spots.get(first.source)!, this.spots.get(first.target)!];
      const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
      const ends = [radius(this.things.get(first.source)!), radius(this.things.get(first.target)!)].map((size) => 9 * size * this.size + 3);
      const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length];
      const d = `M${(from.x + dx * ends[0]!).toFixed(1)},${(from.y + dy * ends[0]!).toFixed(1)}L${(to.x - dx * ends[1]!).toFixed(1)},${(to.y - dy * ends[1]!).toFixed(1)}`;
      const element = this.lines.get(line.key)!;
      for (const path of element.querySelectorAll("path")) path.setAttribute("d", d);
      const stroke = element.querySelector<SVGPathElement>(".stroke")!;
      stroke.style.strokeWidth = String(Math.min(1.2 + 0.5 * Math.log2(line.edges.length), 3.5));
    }
  }

  private told(thing: Thing, standing: string): string {
    const joined = this.degrees.get(thing.id) ?? 0;
    return [thing.label, thing.type, period(thing), standing, `${joined} shown of ${thing.links} neighbours`].filter(Boolean).join(", ");
  }

  private toldLine(line: Line, standing: string): string {
    const said = line.edges.map((edge) => [this.things.get(edge.source)?.label, edge.words, this.things.get(edge.target)?.label, period(edge)].filter(Boolean).join(" "));
    return [...new Set(said)].slice(0, 3).join("; ") + (standing && `, ${standing}`);
  }
}

function sync(held: Map<string, SVGGElement>, wanted: string[], layer: SVGGElement, make: (key: string) => SVGGElement): void {
  const left = new Set(wanted);
  for (const [key, element] of held) {
    if (left.has(key)) continue;
    element.remove();
    held.delete(key);
  }
  for (const key of wanted) {
    if (held.has(key)) continue;
    const element = make(key);
    held.set(key, element);
    layer.append(element);
  }
}
