/** A field for a thing by name or code, with what is found under it (the combobox pattern). */

import { Failed, type Ask, type Hit } from "./ask.ts";
import { el } from "./dom.ts";

let count = 0;

export class Find {
  readonly root: HTMLElement;
  readonly input: HTMLInputElement;
  private list: HTMLUListElement;
  private hits: Hit[] = [];
  private at = -1;
  private asked = 0;
  private timer = 0;

  constructor(label: string, private ask: Ask, private chosen: (id: string, label: string) => void, private clears = true) {
    count += 1;
    const id = `find-${count}`;
    this.input = el("input", {
      id, type: "text", role: "combobox", autocomplete: "off", spellcheck: "false", placeholder: "Name or code", "aria-expanded": "false", "aria-controls": `${id}-list`, "aria-autocomplete": "list",
      input: () => this.soon(), keydown: (event: KeyboardEvent) => this.key(event), blur: () => setTimeout(() => this.close(), 150),
    });
    this.list = el("ul", { id: `${id}-list`, role: "listbox", class: "found", hidden: true, "aria-label": `Found for ${label}` });
    this.root = el("div", { class: "finder" }, el("label", { for: id }, label), this.input, this.list);
  }

  private soon(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.search(), 120);
  }

  private async search(): Promise<void> {
    const text = this.input.value.trim();
    this.asked += 1;
    const now = this.asked;
    if (text.length < 2) return this.close();
    try {
      const hits = await this.ask.named(text);
      if (now === this.asked) this.show(hits);
    } catch (error) {
      this.list.replaceChildren(el("li", { class: "quiet" }, error instanceof Failed ? error.message : String(error)));
      this.list.hidden = false;
    }
  }

  private show(hits: Hit[]): void {
    this.hits = hits;
    this.at = -1;
    const items = hits.map((hit, number) => el("li", { role: "option", id: `${this.input.id}-${number}`, "aria-selected": "false", pointerdown: (event: Event) => { event.preventDefault(); this.take(number); } },
      el("span", {}, hit.label), el("span", { class: "quiet small" }, ` ${[hit.kind, hit.detail].filter(Boolean).join(", ")}`)));
    this.list.replaceChildren(...(items.length ? items : [el("li", { class: "quiet", role: "option", "aria-disabled": "true", "aria-selected": "false" }, "Nothing by that name.")]));
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
  }

  private key(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && this.hits.length) {
      event.preventDefault();
      this.mark((this.at + step + this.hits.length) % this.hits.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (this.hits.length && !this.list.hidden) this.take(Math.max(this.at, 0));
      else void this.search();
    } else if (event.key === "Escape" && !this.list.hidden) {
      event.stopPropagation();
      this.close();
    }
  }

  private mark(at: number): void {
    this.at = at;
    [...this.list.children].forEach((each, number) => each.setAttribute("aria-selected", String(number === at)));
    this.list.children[at]?.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", `${this.input.id}-${at}`);
  }

  private take(number: number): void {
    const hit = this.hits[number];
    if (!hit) return;
    this.input.value = this.clears ? "" : hit.label;
    this.close();
    this.chosen(hit.id.replace(/^id:/, ""), hit.label);
  }

  private close(): void {
    this.asked += 1;
    this.list.hidden = true;
    this.hits = [];
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}
