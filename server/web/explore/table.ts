/** The twin of the picture: the same links and things as tables, with the same choices. */

import type { App } from "./app.ts";
import { button, el, keep } from "./dom.ts";
import { look } from "./shapes.ts";
import { period } from "./state.ts";

const FIRST = 200;

type Row = HTMLTableRowElement;

export class Tables {
  readonly root = el("section", { class: "twin", "aria-labelledby": "twin-name" });
  private most = FIRST;
  private sorted = 0;

  constructor(private app: App) {}

  draw(): void {
    const { drawn } = this.app;
    const back = keep(this.root);
    const all = drawn.lines.flatMap((line) => line.edges);
    const gone = all.length - drawn.now.length - drawn.unsure.length;
    const may = drawn.unsure.length;
    this.root.replaceChildren(
      el("h2", { id: "twin-name" }, `Links (${drawn.now.length.toLocaleString("en")})`),
      may ? el("p", { class: "quiet" }, `${may.toLocaleString("en")} more may be of this day: ${may === 1 ? "it is" : "they are"} marked “perhaps on this day”.`) : "",
      gone ? el("p", { class: "quiet" }, `${gone.toLocaleString("en")} more are not of these days.`) : "",
      this.links(), el("h2", {}, `Things (${drawn.things.length.toLocaleString("en")})`), this.things());
    back();
  }

  private links(): HTMLElement {
    const { drawn, things, view } = this.app;
    const titles = new Map(view.documents.map(({ id, title }) => [id, title]));
    const name = (id: string) => things.get(id)?.label ?? id;
    const cells = [...drawn.now, ...drawn.unsure].map((edge, place) => ({
      edge, texts: [name(edge.source), edge.words, name(edge.target), period(edge) + (place < drawn.now.length ? "" : ", perhaps on this day"), edge.by.map((each) => titles.get(each) ?? each).join("; ")],
    }));
    cells.sort((one, two) => one.texts[this.sorted]!.localeCompare(two.texts[this.sorted]!, "en", { numeric: true }));
    const rows = cells.slice(0, this.most).map(({ edge, texts }) => el("tr", {},
      el("td", {}, button(texts[0]!, () => this.app.choose([edge.source]), { class: "plain" })),
      el("td", {}, button(texts[1]!, () => this.app.choose([edge.source, edge.target]), { class: "plain", "aria-label": `${texts.slice(0, 3).join(" ")}: evidence` })),
      el("td", {}, button(texts[2]!, () => this.app.choose([edge.target]), { class: "plain" })),
      el("td", { class: "when" }, texts[3]!), el("td", {}, texts[4]!)));
    return this.table("Links", ["From", "Link", "To", "When", "Who says so"], rows, cells.length);
  }

  private things(): HTMLElement {
    const rows = this.app.drawn.things.slice(0, this.most).map((thing) => el("tr", this.app.drawn.past.has(thing.id) ? { class: "past" } : {},
      el("td", {}, button(thing.label, () => this.app.choose([thing.id]), { class: "plain" })),
      el("td", {}, thing.type || look(thing.kind).words), el("td", { class: "when" }, period(thing)), el("td", { class: "number" }, String(thing.links))));
    return this.table("Things", ["Name", "What", "When", "Neighbours"], rows, this.app.drawn.things.length);
  }

  private table(caption: string, columns: string[], rows: Row[], total: number): HTMLElement {
    const heads = columns.map((text, number) => caption === "Links"
      ? el("th", { scope: "col", ...(number === this.sorted ? { "aria-sort": "ascending" } : {}) },
          button(text, () => { this.sorted = number; this.draw(); }, { class: "plain" }))
      : el("th", { scope: "col" }, text));
    const more = total > rows.length
      ? button(`Show all ${total.toLocaleString("en")}`, () => { this.most = Infinity; this.draw(); }) : "";
    return el("div", {},
      el("div", { class: "wide", role: "region", tabindex: 0, "aria-label": caption },
        el("table", {}, el("thead", {}, el("tr", {}, ...heads)), el("tbody", {}, ...rows))), more);
  }
}
