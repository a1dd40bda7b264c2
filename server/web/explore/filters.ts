/** Which classes of things are shown and whose word is taken; with the shapes explained. */

import { command, type App } from "./app.ts";
import { button, el, svg } from "./dom.ts";
import { LINES, dashes, look } from "./shapes.ts";

export class Filters {
  readonly root = el("details", { class: "filters" });

  constructor(private app: App) {}

  draw(): void {
    const isOpen = this.root.open;
    this.root.replaceChildren(el("summary", {}, "Legend and filters"), this.kinds(), this.legend(), this.sayers(), this.past());
    this.root.open = isOpen;
  }

  private kinds(): HTMLElement {
    const { view, state } = this.app;
    const counts = new Map<string, number>();
    for (const { kind } of view.things) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    const rows = [...counts].sort().map(([kind, count]) => {
      const { path, tone, words } = look(kind);
      const box = el("input", { type: "checkbox", ...(state.without.has(kind) ? {} : { checked: true }), change: () => this.toggle(kind, !box.checked) });
      const mark = svg("svg", { viewBox: "-12 -12 24 24", class: `key ${tone}`, "aria-hidden": "true" }, svg("path", { d: path }));
      return el("label", { class: "check" }, box, mark as unknown as HTMLElement, `${words[0]!.toUpperCase()}${words.slice(1)}`, el("span", { class: "quiet" }, String(count)));
    });
    return el("fieldset", {}, el("legend", {}, "Things"), ...rows);
  }

  private toggle(kind: string, isOff: boolean): void {
    const without = new Set(this.app.state.without);
    if (isOff) without.add(kind);
    else without.delete(kind);
    void this.app.run(command("without", ...without));
  }

  private legend(): HTMLElement {
    const rows = LINES.map(([term, words]) => el("li", {},
      svg("svg", { viewBox: "0 0 40 10", class: "key line", "aria-hidden": "true" }, svg("path", { d: "M1,5H39", "stroke-dasharray": dashes(term) })) as unknown as HTMLElement, words));
    return el("div", {}, el("p", { class: "title" }, "Lines"), el("ul", { class: "legend" }, ...rows, el("li", {}, "An arrow leads from the first to the second of “A became B”; a thick line is several links. Between full and faint: it may have been so on the day, and no day is sure.")));
  }

  private sayers(): HTMLElement {
    const { view, state } = this.app;
    const counts = new Map<string, number>();
    for (const { by } of view.edges) for (const each of by) counts.set(each, (counts.get(each) ?? 0) + 1);
    const found = view.documents.filter(({ id }) => counts.has(id)).sort((one, two) => counts.get(two.id)! - counts.get(one.id)!);
    const rows = found.map(({ id, title, issued, publisher }) => {
      const box = el("input", { type: "checkbox", value: id, ...(state.said.has(id) ? { checked: true } : {}), change: () => this.heard(id, box.checked) });
      return el("label", { class: "check" }, box, el("span", {}, title, el("span", { class: "quiet" }, ` ${[publisher, issued, counts.get(id)].filter(Boolean).join(" · ")}`)));
    });
    return el("fieldset", {}, el("legend", {}, "Only what these say"),
      rows.length ? el("div", { class: "sayers" }, ...rows) : el("p", { class: "quiet" }, "No links yet."),
      state.said.size ? button("All sources again", () => void this.app.run(command("said")), { class: "plain" }) : null);
  }

  private heard(id: string, isOn: boolean): void {
    const said = new Set(this.app.state.said);
    if (isOn) said.add(id);
    else said.delete(id);
    void this.app.run(command("said", ...said));
  }

  private past(): HTMLElement {
    const box = el("input", { type: "checkbox", ...(this.app.state.hidesPast ? { checked: true } : {}), change: () => void this.app.run(command("past", box.checked ? "hidden" : "faint")) });
    return el("label", { class: "check" }, box, "Hide what is not of the day (else it is faint)");
  }
}
