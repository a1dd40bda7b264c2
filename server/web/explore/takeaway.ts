/** The view as files, and as the queries that find the same. */

import type { App } from "./app.ts";
import { Failed } from "./ask.ts";
import { button, el, link } from "./dom.ts";
import type { Picture } from "./draw.ts";
import { written } from "./log.ts";
import { copied } from "./panel.ts";

const FILES: [string, string][] = [
  ["csv", "CSV of the links"], ["things.csv", "CSV of the things"], ["graphml", "GraphML"], ["gexf", "GEXF"], ["jsonld", "JSON-LD"],
];

export class TakeAway {
  readonly root = el("details", { class: "takeaway" });
  private queries = el("div", {});

  constructor(private app: App, private picture: Picture) {
    this.root.addEventListener("toggle", () => this.root.open && void this.show());
  }

  draw(): void {
    const isOpen = this.root.open;
    const log = written(this.app.log.commands);
    this.root.replaceChildren(el("summary", {}, "Take it away, or see the query"),
      el("p", { class: "row" },
        button("PNG", () => void import("./pictures.ts").then(({ savePng }) => savePng(this.app, this.picture))),
        button("SVG", () => void import("./pictures.ts").then(({ saveSvg }) => saveSvg(this.app, this.picture))),
        ...FILES.map(([form, words]) => el("a", { href: this.app.ask.file(form, log), download: `coterminous-view.${form}` }, words))),
      el("p", { class: "small quiet" }, "Each file has the title, the day of the data and the sources inside."),
      this.queries);
    this.root.open = isOpen;
    if (isOpen) void this.show();
  }

  private async show(): Promise<void> {
    if (!this.app.view.things.length) return this.queries.replaceChildren();
    try {
      const { sparql, graphql, variables } = await this.app.ask.queries(written(this.app.log.commands));
      const given = JSON.stringify(variables);
      this.queries.replaceChildren(
        ...this.query("SPARQL", sparql, `/query/sparql?query=${encodeURIComponent(sparql)}`),
        ...this.query("GraphQL", graphql, `/query/graphql?query=${encodeURIComponent(graphql)}&variables=${encodeURIComponent(given)}`),
        el("p", { class: "small" }, "Variables"), el("pre", { tabindex: 0, "aria-label": "Variables" }, el("code", {}, given)));
    } catch (error) {
      this.queries.replaceChildren(el("p", { class: "note", role: "alert" }, error instanceof Failed ? error.message : String(error)));
    }
  }

  private query(name: string, text: string, place: string): HTMLElement[] {
    const opens = place.length < 8000 ? link("Open in the editor", place) : el("span", { class: "quiet" }, "Too long for an address: copy it.");
    return [el("h3", {}, `${name} that finds the same links`),
      el("p", { class: "row" }, button(`Copy ${name}`, () => void copied(this.app, text), { class: "plain" }), opens),
      el("pre", { tabindex: 0, "aria-label": name }, el("code", {}, text))];
  }
}
