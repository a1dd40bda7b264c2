/** Views that were saved in this browser, and the ways to hand one on. */

import type { App } from "./app.ts";
import { button, el } from "./dom.ts";
import { read } from "./log.ts";
import { copied } from "./panel.ts";
import { counted } from "./state.ts";

const KEY = "coterminous.views";

interface Saved {
  name: string;
  do: string;
  saved: string;
}

function stored(): Saved[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(found) ? found.filter((each): each is Saved => typeof each?.name === "string" && typeof each?.do === "string") : [];
  } catch {
    return [];
  }
}

export class Saves {
  readonly root = el("details", { class: "saves" });
  private name = el("input", { id: "save-name", type: "text", maxlength: 80 });

  constructor(private app: App, private log: () => string) {}

  draw(): void {
    const isOpen = this.root.open;
    const rows = stored().map((each, place) => el("li", {},
      button(each.name, () => void this.app.open(read(each.do)), { class: "plain" }), el("span", { class: "quiet small" }, ` ${each.saved} `),
      button("Forget", () => this.keep(stored().filter((_, other) => other !== place)), { class: "plain", "aria-label": `Forget ${each.name}` })));
    this.root.replaceChildren(el("summary", {}, "Save, link, cite"),
      el("p", { class: "row" },
        button("Copy link", () => void copied(this.app, location.origin + this.app.address())),
        button("Cite this view", () => void copied(this.app, this.citation()))),
      el("p", { class: "row" }, el("label", { for: "save-name" }, "Save as"), this.name, button("Save", () => this.save())),
      rows.length ? el("ul", {}, ...rows) : el("p", { class: "quiet small" }, "Nothing saved yet. What is saved stays in this browser."));
    this.root.open = isOpen;
  }

  private citation(): string {
    const { view, release, built } = this.app;
    const today = new Date().toISOString().slice(0, 10);
    return `“${this.app.title()}”, coterminous, data of ${built}, release ${release}, ${counted(view.documents.length, "source")}. ${location.origin}${this.app.address()} (seen ${today}).`;
  }

  private save(): void {
    const name = this.name.value.trim() || this.app.title();
    this.name.value = "";
    this.keep([...stored().filter((each) => each.name !== name), { name, do: this.log(), saved: new Date().toISOString().slice(0, 10) }]);
    this.app.say(`Saved as ${name}.`);
  }

  private keep(saved: Saved[]): void {
    try {
      localStorage.setItem(KEY, JSON.stringify(saved));
    } catch {
      this.app.say("This browser does not let pages keep anything. Copy the link instead.");
    }
    this.draw();
  }
}
