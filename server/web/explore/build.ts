/** The parts of the Explorer and how they stand on the page. */

import { command } from "./app.ts";
import { Days } from "./days.ts";
import { button, el, keep } from "./dom.ts";
import { Picture } from "./draw.ts";
import type { Explorer } from "./explorer.ts";
import { Filters } from "./filters.ts";
import { Find } from "./find.ts";
import { HELP, Keys } from "./keys.ts";
import { Lifespans } from "./lifespans.ts";
import { compact, written } from "./log.ts";
import { Pan } from "./pan.ts";
import { Panel } from "./panel.ts";
import { PathFinder } from "./paths.ts";
import { Saves } from "./saves.ts";
import { Story } from "./story.ts";
import { Tables } from "./table.ts";
import { TakeAway } from "./takeaway.ts";

export interface Parts {
  roots: HTMLElement[];
  picture: Picture;
  pan: Pan;
  keys: Keys;
  panel: Panel;
  lifespans: Lifespans;
  status: HTMLElement;
  /** Draw all that is told beside the picture; `lightly` when nothing but days has changed. */
  redraw(lightly: boolean): void;
  saved(): void;
  day(): void;
  openPicture(): void;
}

export function build(app: Explorer): Parts {
  const picture = new Picture();
  const pan = new Pan(picture, (id, x, y) => void app.run(command("move", id, String(x), String(y))));
  const keys = new Keys(picture, pan, {
    choose: (at) => app.choose(at), expand: (id) => app.expand(id), drop: (id) => app.drop(id),
  });
  picture.root.addEventListener("click", (event) => {
    const { id, key } = (event.target as Element).closest<SVGGElement>(".thing, .line")?.dataset ?? {};
    app.choose(id ? [id] : key ? key.split(" ") : []);
    if (id || key) keys.stop((event.target as Element).closest<SVGGElement>(".thing, .line")!);
  });
  picture.root.addEventListener("dblclick", (event) => {
    const id = (event.target as Element).closest<SVGGElement>(".thing")?.dataset.id;
    if (id) app.expand(id);
  });
  const status = el("p", { class: "status", role: "status", "aria-live": "polite" });
  const find = new Find("Add", app.ask, (id) => {
    const ring = app.view.things.length ? [] : [command("near", id)];
    void app.run(command("add", id), ...ring, command("at", id));
  });
  const undo = button("Undo", () => void app.undo());
  const redo = button("Redo", () => void app.redo());
  const days = new Days(app);
  days.preview = (day) => app.preview(day);
  const [panel, tables, lifespans, filters] = [new Panel(app), new Tables(app), new Lifespans(app), new Filters(app)];
  const [paths, story, take] = [new PathFinder(app), new Story(app), new TakeAway(app, picture)];
  const saves = new Saves(app, () => written(compact(app.log.commands)));
  const frame = framed(picture, pan);
  const bar = el("div", { class: "bar", role: "toolbar", "aria-label": "View" }, undo, redo,
    button("Empty", () => void app.open([])));
  let waiting = 0;
  const title = document.getElementById("explore-title");
  return {
    picture, pan, keys, panel, lifespans, status,
    roots: [
      el("div", { class: "top" }, find.root, bar, days.root),
      status,
      el("div", { class: "stage" }, frame.root, el("div", { class: "side" }, panel.root)),
      el("div", { class: "drawers" }, filters.root, paths.root, story.root, saves.root, take.root),
      lifespans.root, tables.root,
    ],
    redraw(lightly) {
      if (title) title.textContent = app.view.things.length ? app.title() : "Begin with a body, a person or a report, and follow what joins it to others.";
      document.title = `${app.view.things.length ? app.title() : "Explore"} · coterminous`;
      days.draw();
      frame.draw(app.drawn.things.length);
      lifespans.mark();
      this.saved();
      clearTimeout(waiting);
      // What stands below the picture follows when the hand rests.
      waiting = window.setTimeout(() => {
        for (const each of lightly ? [tables, story, take, saves] : [filters, tables, story, saves, take, lifespans]) {
          const back = keep(each.root);
          each.draw();
          back();
        }
        if (lightly) void panel.show(app.state.at.filter((id) => app.things.has(id)));
      }, lightly ? 120 : 0);
    },
    saved() {
      // They keep the focus when there is nothing more to undo, and say so.
      undo.setAttribute("aria-disabled", String(!app.log.canUndo));
      redo.setAttribute("aria-disabled", String(!app.log.canRedo));
    },
    day() {
      if (title) title.textContent = app.title();
    },
    openPicture: frame.open,
  };
}

/** The frame of the picture: its buttons, its help, and on a small screen a way to open it. */
function framed(picture: Picture, pan: Pan): { root: HTMLElement; draw(count: number): void; open(): void } {
  const frame = el("div", { class: "frame" });
  const whole = button("Full screen", () => void (document.fullscreenElement ? document.exitFullscreen() : frame.requestFullscreen?.()));
  const help = el("details", { class: "help" }, el("summary", {}, "Keys"),
    el("dl", {}, ...HELP.flatMap(([keys, words]) => [el("dt", {}, keys), el("dd", {}, words)])));
  const empty = el("div", { class: "empty" }, el("p", { class: "quiet" }, "Nothing is drawn yet. Add a body, a person or a report above, or begin with one of these."));
  const examples = document.getElementById("explore-examples");
  if (examples) {
    examples.hidden = false;
    empty.append(examples);
  }
  const shut = button("Close the picture", () => open(false), { class: "close" });
  const show = button("Show the picture", () => open(true), { class: "show", "aria-expanded": "false" });
  frame.append(shut, picture.root, empty,
    el("div", { class: "zoom", role: "toolbar", "aria-label": "Picture" },
      button("+", () => pan.by(1.3), { "aria-label": "Nearer" }), button("−", () => pan.by(0.77), { "aria-label": "Farther" }),
      button("Fit", () => pan.fit()), whole, help));
  const root = el("div", { class: "holder" }, show, frame);
  function open(isOpen: boolean): void {
    root.classList.toggle("open", isOpen);
    show.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) pan.fit();
    if (!isOpen && frame.contains(document.activeElement)) show.focus();
  }
  root.addEventListener("keydown", (event) => event.key === "Escape" && root.classList.contains("open") && open(false));
  new ResizeObserver(() => root.dataset.fitted || (pan.fit(), frame.clientHeight > 0 && (root.dataset.fitted = "1"))).observe(frame);
  document.addEventListener("fullscreenchange", () => pan.fit());
  return {
    root,
    draw: (count) => { empty.hidden = count > 0; },
    open: () => { if (getComputedStyle(show).display !== "none") open(true); },
  };
}
