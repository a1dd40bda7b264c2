/** All parts of the Explorer together: one log, one view, one thing that is looked at. */

import { command, type App } from "./app.ts";
import { Ask, Failed } from "./ask.ts";
import { build, type Parts } from "./build.ts";
import { el } from "./dom.ts";
import { isRough, settled } from "./layout.ts";
import { Log, address, compact, growing, type Command } from "./log.ts";
import { counted, dayed, drawn, shown, type Drawn, type Shown } from "./state.ts";
import type { Thing, View } from "./types.ts";

/** Characters of a thing's name in a title. */
const NAME = 60;
const QUIET = new Set(["on", "by", "at", "past", "say"]);
const NOTHING: View = { title: "Nothing yet", release: "", built: "", log: "", things: [], edges: [], documents: [], steps: [] };

export class Explorer implements App {
  readonly ask: Ask;
  readonly release: string;
  readonly built: string;
  view: View = NOTHING;
  state: Shown;
  drawn: Drawn;
  things = new Map<string, Thing>();
  private parts: Parts;
  private asked = "";

  constructor(private root: HTMLElement, readonly log: Log, private first: View | null) {
    this.release = root.dataset.release ?? "";
    this.built = root.dataset.built ?? "";
    const isPinned = new URLSearchParams(location.search).has("release");
    this.ask = new Ask(this.release, isPinned);
    this.state = shown(log.commands);
    this.drawn = drawn(this.view, this.state);
    this.parts = build(this);
  }

  async begin(): Promise<void> {
    document.getElementById("explore-plain")?.remove();
    this.root.hidden = false;
    this.root.append(...this.parts.roots);
    addEventListener("keydown", (event) => this.shortcut(event));
    await this.refresh("first");
    this.root.dataset.ready = String(Math.round(performance.now()));
  }

  async run(...commands: Command[]): Promise<void> {
    this.log.push(...commands);
    await this.refresh(commands.every(({ verb }) => QUIET.has(verb)) ? "days" : "grown");
  }

  async open(commands: Command[]): Promise<void> {
    this.log.replace(commands);
    await this.refresh("first");
  }

  async undo(): Promise<void> {
    const undone = this.log.undo();
    if (!undone) return this.say("There is nothing to undo.");
    await this.refresh("undone");
    this.say(`Undone: ${this.words(undone)}.`);
  }

  async redo(): Promise<void> {
    const done = this.log.redo();
    if (!done) return this.say("There is nothing to do again.");
    await this.refresh("undone");
    this.say(`Done again: ${this.words(done)}.`);
  }

  choose(at: string[]): void {
    this.log.push(command("at", ...at));
    this.state = shown(this.log.commands);
    this.looked();
    if (this.parts.panel.root.getBoundingClientRect().top > innerHeight) this.parts.panel.root.scrollIntoView({ block: "start" });
    document.getElementById("panel-name")?.focus({ preventScroll: true });
  }

  reach(id: string): void {
    this.parts.openPicture();
    this.parts.keys.focus(this.parts.picture.marks.get(id));
  }

  expand(id: string): void {
    this.log.push(command("at", id));
    this.state = shown(this.log.commands);
    this.looked(true);
  }

  drop(id: string): void {
    const name = this.things.get(id)?.label ?? id;
    const near = this.parts.picture.nearest(id);
    const hadFocus = this.parts.picture.root.contains(document.activeElement);
    void this.run(command("drop", id), command("at")).then(() => {
      if (hadFocus && near) this.reach(near);
      this.say(`${name} was taken out.`);
    });
  }

  say(text: string): void {
    this.parts.status.textContent = text;
  }

  address(): string {
    return address(this.log.commands, this.release);
  }

  title(): string {
    const { drawn: { things }, state: { on, by } } = this;
    const [first, ...others] = things;
    const name = first && first.label.length > NAME ? `${first.label.slice(0, NAME - 1).trimEnd()}…` : first?.label;
    const names = first ? `${name}${others.length ? ` and ${others.length.toLocaleString("en")} more` : ""}` : "Nothing of this day";
    return `${names}${on && `, on ${dayed(on)}`}${by && `, as published by ${dayed(by)}`}`;
  }

  /** Show the days of a slider that is still moving. */
  preview(day: string): void {
    this.state = { ...this.state, on: day };
    this.drawn = drawn(this.view, this.state);
    this.parts.picture.days(this.drawn);
    this.parts.lifespans.mark();
    this.parts.day();
  }

  private async refresh(why: "first" | "grown" | "days" | "undone"): Promise<void> {
    const before = this.view;
    if (!(await this.fetch())) return;
    const hid = this.state.hidesPast;
    this.state = shown(this.log.commands);
    this.drawn = drawn(this.view, this.state);
    this.things = new Map(this.view.things.map((each) => [each.id, each]));
    const { picture } = this.parts;
    if (why === "days" && before === this.view && !hid && !this.state.hidesPast) {
      picture.days(this.drawn);
      this.parts.redraw(true);
      this.place();
      return this.tell(why, before);
    }
    picture.draw(this.drawn, this.state.moved);
    this.parts.keys.stop();
    this.parts.redraw(false);
    if (why === "first" || (before !== this.view && !before.things.length)) this.parts.pan.fit();
    else if (why === "grown" && before !== this.view) this.parts.pan.widen();
    this.looked();
    this.tell(why, before);
  }

  /** The view that the log makes; false where it could not be had, which is told. */
  private async fetch(): Promise<boolean> {
    const wanted = growing(this.log.commands);
    const sent = compact(this.log.commands).some(({ verb }) => ["without", "drop"].includes(verb)) ? null : this.first;
    this.first = null;
    if (wanted === this.asked) return true;
    this.root.setAttribute("aria-busy", "true");
    try {
      const view = sent ?? (wanted ? await this.ask.view(wanted) : NOTHING);
      if (growing(this.log.commands) !== wanted) return false;
      if (isRough(view)) {
        const spots = await settled(view);
        for (const each of view.things) [each.x, each.y] = spots.get(each.id) ?? [each.x, each.y];
      }
      this.view = view;
      this.asked = wanted;
      return true;
    } catch (error) {
      this.log.undo();
      const { message, hint } = error instanceof Failed ? error : { message: String(error), hint: "" };
      this.parts.status.replaceChildren(el("span", { role: "alert" }, `${message} ${hint}`));
      return false;
    } finally {
      this.root.removeAttribute("aria-busy");
    }
  }

  private looked(opens = false): void {
    const at = this.state.at.filter((id) => this.things.has(id));
    this.parts.picture.select(at);
    void this.parts.panel.show(at, opens);
    this.parts.saved();
    this.place();
  }

  /** The address bar always has the whole view; the release stays in it if it was asked for. */
  private place(): void {
    const asked = new URLSearchParams(location.search).get("release") ?? "";
    history.replaceState(null, "", address(this.log.commands, asked));
  }

  private tell(why: string, before: View): void {
    const { things, lines, now, unsure } = this.drawn;
    const added = things.length - before.things.length;
    const last = this.view.steps.at(-1);
    const isRing = last?.do.startsWith("near,");
    const capped = why !== "days" && last && last.added < last.of
      ? (isRing ? ` ${last.added} of its ${last.of} neighbours are shown.` : why === "grown" ? ` ${last.of - last.added} more were known already or left out.` : "") : "";
    const grown = why === "grown" && added > 0 && before.things.length ? `${added} added. ` : "";
    const links = lines.reduce((sum, line) => sum + line.edges.length, 0);
    const of = now.length < links ? `, of which ${now.length.toLocaleString("en")} ${now.length === 1 ? "holds" : "hold"}` : "";
    const may = unsure.length ? `, and ${unsure.length.toLocaleString("en")} may` : "";
    const on = this.state.on ? ` on ${dayed(this.state.on)}` : "";
    this.say(`${grown}${counted(things.length, "thing")} and ${counted(links, "link")}${of}${may}${on}.${capped}${last?.remark ? ` ${last.remark}` : ""}`);
  }

  private words({ verb, args }: Command): string {
    const name = (id = "") => this.things.get(id)?.label ?? id;
    if (verb === "at") return args.length ? `choosing ${args.map(name).join(" and ")}` : "choosing nothing";
    if (verb === "on" || verb === "by") return args[0] ? `the day ${dayed(args[0])}` : "any day";
    if (verb === "near") return `the neighbours of ${name(args[0])}`;
    if (verb === "more") return `more of ${name(args[0])}`;
    return [verb, ...args.slice(0, 2).map(name)].join(" ");
  }

  private shortcut(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    if ((event.target as Element).closest("input, textarea, select")) return;
    const key = event.key.toLowerCase();
    if (key !== "z" && key !== "y") return;
    event.preventDefault();
    void (key === "y" || event.shiftKey ? this.redo() : this.undo());
  }
}
