/** How two things are connected: told in sentences, and drawn if wanted. */

import { command, type App } from "./app.ts";
import { Failed, type Hop } from "./ask.ts";
import { button, el, link, page } from "./dom.ts";
import { Find } from "./find.ts";

export class PathFinder {
  readonly root = el("details", { class: "paths" });
  private ends: [string, string] = ["", ""];
  private told = el("div", { "aria-live": "polite" });
  private fields: Find[];

  constructor(private app: App) {
    this.fields = ["From", "To"].map((label, number) => new Find(label, app.ask, (id) => { this.ends[number] = id; }, false));
    this.root.append(el("summary", {}, "How are two things connected?"),
      el("div", { class: "row" }, ...this.fields.map(({ root }) => root), button("Tell", () => void this.tell()),
        button("From what is chosen", () => this.take(), { class: "plain" })),
      this.told);
  }

  private take(): void {
    const { at } = this.app.state;
    at.slice(0, 2).forEach((id, number) => {
      const place = at.length === 1 && this.ends[0] && this.ends[0] !== id ? 1 : number;
      this.ends[place] = id;
      this.fields[place]!.input.value = this.app.things.get(id)?.label ?? id;
    });
  }

  private async tell(): Promise<void> {
    const [here, there] = this.ends;
    if (!here || !there) {
      this.told.replaceChildren(el("p", { class: "note" }, "Choose two things from the lists that open as you type."));
      return;
    }
    this.told.replaceChildren(el("p", { class: "quiet" }, "Looking …"));
    try {
      const { on, by } = this.app.state;
      const { paths, note } = await this.app.ask.paths(here, there, on, by);
      const found = paths.map((hops, number) => el("section", {},
        el("h3", {}, `${number + 1}. In ${hops.length} ${hops.length === 1 ? "step" : "steps"}`),
        el("ol", {}, ...hops.map((hop) => this.hop(hop)))));
      const draw = paths.length ? button("Show in the picture", () => void this.app.run(command("path", here, there, "3"))) : "";
      this.told.replaceChildren(...found, draw, note ? el("p", { class: "note" }, note) : "");
    } catch (error) {
      const { message, hint } = error instanceof Failed ? error : { message: String(error), hint: "" };
      this.told.replaceChildren(el("p", { class: "note", role: "alert" }, `${message} ${hint}`));
    }
  }

  private hop({ sentence, sources, owner }: Hop): HTMLElement {
    const said = sources.slice(0, 2).join("; ") + (sources.length > 2 ? ` and ${sources.length - 2} more` : "");
    return el("li", {}, `${sentence}. `, el("span", { class: "small" }, link(said || "What it rests on", page(owner))));
  }
}
