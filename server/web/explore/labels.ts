/** Where the names of things stand: beside their marks, and never on top of each other. */

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Wanted {
  id: string;
  x: number;
  y: number;
  radius: number;
  lines: string[];
  /** Names that matter more are placed first. */
  weight: number;
}

export interface Placed {
  id: string;
  x: number;
  y: number;
  anchor: "start" | "middle" | "end";
  lines: string[];
}

const CHARACTER = 6.9;
const LINE = 14;
const GAP = 5;
/** So many names are shown wherever any place is free of names. */
const FOREMOST = 10;

/** A name in at most two lines of so many characters. */
export function wrapped(text: string, most = 22): string[] {
  if (text.length <= most) return [text];
  const words = text.split(/\s+/);
  let first = "";
  while (words.length && (first + " " + words[0]).trim().length <= most) first = `${first} ${words.shift()}`.trim();
  if (!first) first = words.shift()!.slice(0, most);
  const rest = words.join(" ");
  if (!rest) return [first];
  return [first, rest.length <= most ? rest : `${rest.slice(0, most - 1).trimEnd()}…`];
}

const meet = (a: Box, b: Box) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const within = (a: Box, b: Box) => a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width && a.y + a.height <= b.y + b.height;

/** Boxes by cells of a grid, so that only near ones are compared. */
class Grid {
  private cells = new Map<string, Box[]>();
  constructor(private size = 120) {}

  private *keys(box: Box): Generator<string> {
    const last = (value: number) => Math.floor(value / this.size);
    for (let x = last(box.x); x <= last(box.x + box.width); x += 1)
      for (let y = last(box.y); y <= last(box.y + box.height); y += 1) yield `${x},${y}`;
  }

  add(box: Box): void {
    for (const key of this.keys(box)) {
      const cell = this.cells.get(key);
      if (cell) cell.push(box);
      else this.cells.set(key, [box]);
    }
  }

  count(box: Box): number {
    const met = new Set<Box>();
    for (const key of this.keys(box)) for (const each of this.cells.get(key) ?? []) if (meet(box, each)) met.add(each);
    return met.size;
  }
}

/**
 * Places for names: right, left, below or above of each mark, whichever is free. Of names that find
 * no free place those that matter most may stand on marks, though never on names; the others are left
 * out (they show when their mark is chosen). `scale` is how far one is zoomed in, because names keep
 * their size while distances grow. Of a mark that stands in `sight` the whole name does too.
 */
export function placedLabels(wanted: readonly Wanted[], scale: number, sight?: Box): Placed[] {
  const marks = new Grid(120 / scale);
  const unit = 1 / scale;
  for (const { x, y, radius } of wanted) {
    const r = radius + 2 * unit;
    marks.add({ x: x - r, y: y - r, width: 2 * r, height: 2 * r });
  }
  const names = new Grid(120 / scale);
  const placed: Placed[] = [];
  const order = [...wanted].sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
  order.forEach((each, rank) => {
    const width = Math.max(...each.lines.map((line) => line.length)) * CHARACTER * unit;
    const height = each.lines.length * LINE * unit;
    const isSeen = sight && within({ ...each, width: 0, height: 0 }, sight);
    const choices = around(each, width, height, unit, isSeen ? sight : undefined)
      .map(([x, y, anchor]) => ({ box: { x, y, width, height }, anchor }))
      .filter(({ box }) => !isSeen || within(box, sight));
    const free = choices.find(({ box }) => !marks.count(box) && !names.count(box));
    const chosen = free ?? (rank < FOREMOST ? foremost(choices, marks, names) : undefined);
    if (!chosen) return;
    const { box, anchor } = chosen;
    names.add(box);
    const x = anchor === "start" ? box.x : anchor === "end" ? box.x + width : box.x + width / 2;
    placed.push({ id: each.id, x, y: box.y, anchor, lines: each.lines });
  });
  return placed;
}

type Choice = { box: Box; anchor: Placed["anchor"] };

function around({ x, y, radius }: Wanted, width: number, height: number, unit: number, sight?: Box): [number, number, Placed["anchor"]][] {
  const away = radius + GAP * unit;
  const over = sight ? Math.max(sight.x, Math.min(x - width / 2, sight.x + sight.width - width)) : x - width / 2;
  return [
    [x + away, y - height / 2, "start"],
    [x - away - width, y - height / 2, "end"],
    [over, y + away, "middle"],
    [over, y - away - height, "middle"],
  ];
}

/** Of the places that no other name has, the one that covers the fewest marks. */
function foremost(choices: Choice[], marks: Grid, names: Grid): Choice | undefined {
  const open = choices.filter(({ box }) => !names.count(box));
  return open.sort((one, two) => marks.count(one.box) - marks.count(two.box))[0];
}
