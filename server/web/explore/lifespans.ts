/** When each thing stood, as bars on one scale with the day of the view on it. */

import type { App } from "./app.ts";
import { button, el, svg } from "./dom.ts";
import { period } from "./state.ts";

const WIDTH = 1000;
const ROW = 24;
const NAMES = 300;
const HEAD = 24;
const FIRST = 40;

const time = (day: string) => Date.parse(day);

export class Lifespans {
  readonly root = el("details", { class: "lifespans" });
  private most = FIRST;
  private line: SVGLineElement | null = null;
  private scale: ((at: number) => number) | null = null;

  constructor(private app: App) {
    this.root.append(el("summary", {}, "When each thing stood"));
    this.root.addEventListener("toggle", () => this.draw());
  }

  draw(): void {
    while (this.root.childNodes.length > 1) this.root.lastChild!.remove();
    if (!this.root.open) return;
    const dated = this.app.drawn.things.filter(({ start, end }) => start || end);
    if (!dated.length) {
      this.root.append(el("p", { class: "quiet" }, "Nothing shown has days of its own."));
      return;
    }
    const shown = [...dated].sort((one, two) => one.start.localeCompare(two.start) || one.label.localeCompare(two.label)).slice(0, this.most);
    const last = time(this.app.built);
    const days = shown.flatMap(({ start, end }) => [start, end]).filter(Boolean).map(time);
    const from = Math.min(...days);
    const to = Math.max(last, ...days);
    this.scale = (at) => NAMES + ((at - from) / (to - from || 1)) * (WIDTH - NAMES - 10);
    const height = shown.length * ROW + HEAD;
    const bars = shown.map((thing, row) => {
      const ends = [thing.start ? time(thing.start) : from, thing.end ? time(thing.end) : to].map((at) => this.scale!(at));
      const [x, end] = [Math.min(...ends), Math.max(...ends)]; // what held some time between two days ends before it starts
      const y = row * ROW + HEAD;
      return svg("g", {},
        svg("text", { x: NAMES - 8, y: y + 13, "text-anchor": "end" }, thing.label.length > 38 ? `${thing.label.slice(0, 37)}…` : thing.label),
        svg("rect", { class: thing.end ? "bar" : "bar open", x, y, width: Math.max(end - x, 3), height: 14, rx: 3 }));
    });
    const years = this.years(from, to).map((year) => svg("g", { class: "year" },
      svg("line", { x1: this.scale!(time(`${year}-01-01`)), x2: this.scale!(time(`${year}-01-01`)), y1: HEAD - 6, y2: height }),
      svg("text", { x: this.scale!(time(`${year}-01-01`)), y: 13, "text-anchor": "middle" }, String(year))));
    this.line = svg("line", { class: "now", y1: HEAD - 6, y2: height });
    const told = shown.slice(0, FIRST).map((thing) => `${thing.label}: ${period(thing)}`).join("; ");
    const drawn = svg("svg", { viewBox: `0 0 ${WIDTH} ${height}`, role: "img", "aria-label": `Bars of when each stood. ${told}` }, ...years, ...bars, this.line);
    this.root.append(el("div", { class: "wide", tabindex: 0, role: "region", "aria-label": "When each thing stood" }, drawn));
    if (dated.length > shown.length) {
      const all = () => { this.most = Infinity; this.draw(); };
      this.root.append(el("p", { class: "row" }, el("span", {}, `The first ${shown.length} of ${dated.length.toLocaleString("en")}.`), button(`Show all ${dated.length.toLocaleString("en")}`, all)));
    }
    this.mark();
  }

  /** Move only the line of the day. */
  mark(): void {
    const { on } = this.app.state;
    if (!this.line || !this.scale) return;
    this.line.toggleAttribute("hidden", !on);
    this.line.style.display = on ? "" : "none";
    if (on) for (const name of ["x1", "x2"]) this.line.setAttribute(name, String(this.scale(time(on))));
  }

  private years(from: number, to: number): number[] {
    const [first, last] = [from, to].map((at) => new Date(at).getUTCFullYear());
    const step = Math.max(1, Math.ceil((last! - first!) / 12));
    return Array.from({ length: Math.floor((last! - first!) / step) + 1 }, (_, n) => first! + 1 + n * step).filter((year) => time(`${year}-01-01`) < to);
  }
}
