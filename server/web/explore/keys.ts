/** The picture from the keyboard: one stop for Tab, arrows between things, and on to links. */

import type { Picture } from "./draw.ts";
import type { Pan } from "./pan.ts";

export interface Doing {
  choose(at: string[]): void;
  expand(id: string): void;
  drop(id: string): void;
}

export const HELP: [string, string][] = [
  ["Arrow keys", "to the nearest thing that way; from a link to its ends"],
  ["Page Down, Page Up", "next and previous thing, in the order of the table"],
  ["N, P", "next and previous link of the thing"],
  ["Enter", "details and evidence"],
  ["E", "more of the thing"],
  ["Delete", "take the thing out"],
  ["Home, End", "first and last thing"],
  ["+, −, 0", "nearer, farther, all of it"],
  ["Shift with arrows", "move the picture"],
  ["Ctrl+Z, Ctrl+Y", "undo, redo"],
];

const AHEAD: Record<string, [number, number]> = {
  ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1],
};

export class Keys {
  /** The thing that links are walked from. */
  private base = "";

  constructor(private picture: Picture, private pan: Pan, private doing: Doing) {
    picture.root.addEventListener("keydown", (event) => this.pressed(event));
    picture.root.addEventListener("focusin", (event) => {
      const { id } = (event.target as SVGGElement).dataset;
      if (id) this.base = id;
    });
  }

  /** Let Tab stop at exactly one element of the picture: the last one that had the focus. */
  stop(wanted?: Element): void {
    const { root, marks, lines } = this.picture;
    const now = root.querySelector("[tabindex='0']");
    const next = wanted ?? (now && root.contains(now) ? now : marks.values().next().value);
    for (const each of root.querySelectorAll("[tabindex='0']")) if (each !== next) each.setAttribute("tabindex", "-1");
    if (next && ([...marks.values()].includes(next as SVGGElement) || [...lines.values()].includes(next as SVGGElement))) next.setAttribute("tabindex", "0");
  }

  focus(element: SVGGElement | undefined): void {
    if (!element) return;
    this.stop(element);
    element.focus({ preventScroll: true });
    const ends = this.ends(element);
    if (ends[0]) this.pan.show(middle(ends.map((id) => this.picture.spots.get(id)!)));
  }

  private pressed(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const element = (event.target as Element).closest<SVGGElement>(".thing, .line");
    const done = (element && this.walk(event, element)) || this.look(event);
    if (done) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  private walk(event: KeyboardEvent, element: SVGGElement): boolean {
    const ends = this.ends(element);
    const isThing = ends.length === 1;
    const ahead = AHEAD[event.key];
    if (ahead && !event.shiftKey) {
      this.focus(this.picture.marks.get(isThing ? this.toward(ends[0]!, ahead) : end(ends, ahead, (id) => this.picture.spots.get(id)!)));
      return true;
    }
    const key = event.key.toLowerCase();
    if (event.key === "Enter" || event.key === " ") this.doing.choose(ends);
    else if (key === "n" || key === "p") this.turn(element, key === "n" ? 1 : -1);
    else if (key === "e" && isThing) this.doing.expand(ends[0]!);
    else if (event.key === "Delete" && isThing) this.doing.drop(ends[0]!);
    else if (event.key === "Escape" && !isThing) this.focus(this.picture.marks.get(this.base));
    else return false;
    return true;
  }

  private look(event: KeyboardEvent): boolean {
    const ahead = AHEAD[event.key];
    const all = [...this.picture.marks.values()];
    if (ahead && event.shiftKey) this.pan.shift(-60 * ahead[0], -60 * ahead[1]);
    else if (event.key === "+" || event.key === "=") this.pan.by(1.25);
    else if (event.key === "-") this.pan.by(0.8);
    else if (event.key === "0") this.pan.fit();
    else if (event.key === "PageDown") this.focus(this.picture.marks.get(this.after(1)));
    else if (event.key === "PageUp") this.focus(this.picture.marks.get(this.after(-1)));
    else if (event.key === "Home") this.focus(all[0]);
    else if (event.key === "End") this.focus(all.at(-1));
    else return false;
    return true;
  }

  /** The next link of the thing, round and round, in the order of a clock. */
  private turn(element: SVGGElement, step: number): void {
    const { lines, spots } = this.picture;
    const here = spots.get(this.base);
    if (!here) return;
    const own = [...lines].filter(([key]) => key.split(" ").includes(this.base));
    const angle = (key: string) => {
      const spot = spots.get(key.split(" ").find((id) => id !== this.base)!)!;
      return Math.atan2(spot.y - here.y, spot.x - here.x);
    };
    own.sort(([one], [two]) => angle(one) - angle(two));
    const at = own.findIndex(([, line]) => line === element);
    this.focus(own.at(at < 0 ? (step > 0 ? 0 : -1) : (at + step) % own.length)?.[1]);
  }

  private ends(element: SVGGElement): string[] {
    const { id, key } = element.dataset;
    return id ? [id] : (key ?? "").split(" ");
  }

  private toward(id: string, [ax, ay]: [number, number]): string {
    const from = this.picture.spots.get(id)!;
    let [best, least] = [id, Infinity];
    for (const other of this.picture.marks.keys()) {
      const spot = this.picture.spots.get(other)!;
      const [dx, dy] = [spot.x - from.x, spot.y - from.y];
      const along = dx * ax + dy * ay;
      if (other === id || along <= 0) continue;
      const cost = along + 2.5 * Math.abs(dx * ay + dy * ax);
      if (cost < least) [best, least] = [other, cost];
    }
    // From the edge of the picture one comes in again on the other side, so that all are reached.
    return best === id ? this.after(1) : best;
  }

  /** The thing that comes so many after the last one that had the focus, round and round. */
  private after(step: number): string {
    const all = [...this.picture.marks.keys()];
    return all.at((all.indexOf(this.base) + step) % all.length) ?? "";
  }
}

type Spot = { x: number; y: number };

function end(ends: string[], [ax, ay]: [number, number], spot: (id: string) => Spot): string {
  const along = (id: string) => spot(id).x * ax + spot(id).y * ay;
  return [...ends].sort((one, two) => along(two) - along(one))[0]!;
}

function middle(spots: Spot[]): Spot {
  const sum = spots.reduce((all, { x, y }) => ({ x: all.x + x, y: all.y + y }), { x: 0, y: 0 });
  return { x: sum.x / spots.length, y: sum.y / spots.length };
}
