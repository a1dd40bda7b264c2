/** The log: every command that made a view, in order. It only grows; undo moves a mark in it. */

export interface Command {
  verb: string;
  args: string[];
}

const escaped = (text: string) => text.replace(/~/g, "~0").replace(/,/g, "~1").replace(/;/g, "~2");
const plain = (text: string) => text.replace(/~2/g, ";").replace(/~1/g, ",").replace(/~0/g, "~");

export function read(text: string): Command[] {
  return text
    .split(";")
    .filter(Boolean)
    .map((each) => {
      const [verb = "", ...args] = each.split(",");
      return { verb, args: args.map(plain) };
    });
}

export function written(commands: readonly Command[]): string {
  return commands.map(({ verb, args }) => [verb, ...args.map(escaped)].join(",")).join(";");
}

/** What only the last of its kind counts of, until something is added: then an earlier one may. */
const LAST = new Set(["on", "by", "without", "said", "past", "at"]);
const GROWING = new Set(["add", "more", "near", "path", "question", "sparql", "graphql"]);

/**
 * The shortest log that makes the same view: what was said again later is left out. The steps of a
 * story stay, and so do the days on which something was added, because they chose what was added.
 */
export function compact(commands: readonly Command[]): Command[] {
  const kept: Command[] = [];
  const later = new Map<string, number>();
  let block = 0;
  for (const each of [...commands].reverse()) {
    if (GROWING.has(each.verb) || each.verb === "say") block += 1;
    const key = each.verb === "move" ? `move,${each.args[0]}` : each.verb;
    if (LAST.has(each.verb) || each.verb === "move") {
      const days = each.verb === "on" || each.verb === "by";
      const seen = later.get(key);
      const inStory = kept.some(({ verb }) => verb === "say");
      if (seen !== undefined && (seen === block || !(days || inStory))) continue;
      later.set(key, block);
    }
    kept.push(each);
  }
  return kept.reverse();
}

/** An append-only log with a mark: what stands after it was undone and can be done again. */
export class Log {
  private held: Command[][];
  private mark: number;

  /** Of the commands only the first `own` are what was asked for: the others can be undone. */
  constructor(commands: Command[] = [], own = commands.length) {
    this.held = own < commands.length ? [commands.slice(0, own), commands] : [commands];
    this.mark = this.held.length - 1;
  }

  /** The commands up to the mark. */
  get commands(): Command[] {
    return this.held[this.mark] ?? [];
  }

  get canUndo(): boolean {
    return this.mark > 0;
  }

  get canRedo(): boolean {
    return this.mark < this.held.length - 1;
  }

  /** Do commands after those up to the mark; what was undone can no longer be done again. */
  push(...commands: Command[]): void {
    this.held = [...this.held.slice(0, this.mark + 1), [...this.commands, ...commands]];
    this.mark += 1;
  }

  /** Put a whole other log in place of this one, as one step that can be undone. */
  replace(commands: Command[]): void {
    this.held = [...this.held.slice(0, this.mark + 1), commands];
    this.mark += 1;
  }

  undo(): Command | undefined {
    if (!this.canUndo) return undefined;
    const undone = this.step();
    this.mark -= 1;
    return undone;
  }

  redo(): Command | undefined {
    if (!this.canRedo) return undefined;
    this.mark += 1;
    return this.step();
  }

  /** What was done first of all that led to the mark. */
  private step(): Command | undefined {
    return this.commands[this.held[this.mark - 1]!.length] ?? this.commands.at(-1);
  }
}

const OF_GROWTH = new Set([...GROWING, "on", "by", "drop", "move"]);

/** What the server must be asked for: the log up to the last command that adds something. */
export function growing(commands: readonly Command[]): string {
  const asked = compact(commands).filter(({ verb }) => OF_GROWTH.has(verb));
  while (asked.length && !GROWING.has(asked.at(-1)!.verb)) asked.pop();
  return written(asked);
}

/** The commands after the last one that adds something: what the server was not told. */
export function tail(commands: readonly Command[]): readonly Command[] {
  return commands.slice(commands.findLastIndex(({ verb }) => GROWING.has(verb)) + 1);
}

/** The address of the page with a log; short, and read by people. */
export function address(commands: readonly Command[], release = ""): string {
  const text = written(compact(commands));
  const query = encodeURIComponent(text).replace(/%(2F|3A|2C|3B|24|28|29|2A|27)/gi, (each) => decodeURIComponent(each));
  const asked = [query && `do=${query}`, release && `release=${encodeURIComponent(release)}`].filter(Boolean).join("&");
  return asked ? `/explore?${asked}` : "/explore";
}
