/** The page on which one asks in SPARQL: an editor in its form, and views of the answer below it. */

import { answer, Refusal, type Answer } from "./answer.ts";
import { editor, type Editor } from "./editor.ts";
import { table } from "./table.ts";
import { place, type Prefixes } from "./terms.ts";
import { views, type Draw, type View } from "./views.ts";
import "./sparql.css";

const TITLES: Record<View, string> = { table: "Table", graph: "Graph", timeline: "Timeline", lineage: "Lineage" };
const DRAWN: Record<View, () => Promise<Draw>> = {
  table: async () => table,
  graph: async () => (await import("./graph.ts")).graph,
  timeline: async () => (await import("./timeline.ts")).timeline,
  lineage: async () => (await import("./lineage.ts")).lineage,
};

class Page {
  readonly #form: HTMLFormElement;
  readonly #prefixes: Prefixes;
  readonly #editor: Editor;
  readonly #result = document.createElement("section");
  readonly #status = document.createElement("p");
  readonly #shown = document.createElement("div");
  #asking = new AbortController();

  constructor(form: HTMLFormElement, prefixes: Prefixes) {
    this.#form = form;
    this.#prefixes = prefixes;
    const box = form.querySelector<HTMLTextAreaElement>("textarea[name=query]")!;
    this.#editor = editor(box, prefixes, () => void this.#run());
    this.#result.className = "result";
    this.#result.setAttribute("aria-label", "Answer");
    this.#status.setAttribute("role", "status");
    this.#result.append(this.#status, this.#shown);
    form.after(this.#result);
    const inPlace = form.querySelector<HTMLOptionElement>("select[name=format] option[value='']");
    if (inPlace) inPlace.textContent = "a view, here";
    form.addEventListener("submit", (event) => {
      if (new FormData(form).get("format")) return; // another format opens as it comes
      event.preventDefault();
      void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#asking.abort();
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    const query = this.#editor.text();
    const began = performance.now();
    this.#say("Asking …");
    this.#editor.mark(0, 0);
    history.replaceState(null, "", `?${new URLSearchParams({ ...this.#kept(), query })}`);
    try {
      const found = await answer(`${this.#form.getAttribute("action")}?${new URLSearchParams(this.#kept())}`, query, signal);
      await this.#show(found, query, performance.now() - began);
    } catch (error) {
      if (!signal.aborted) this.#refuse(error);
    }
  }

  /** The release that the page was asked for, if any. */
  #kept(): Record<string, string> {
    const release = new URLSearchParams(location.search).get("release");
    return release ? { release } : {};
  }

  async #show(found: Answer, query: string, took: number): Promise<void> {
    const seconds = `${(took / 1000).toFixed(2)} s`;
    if (found.truth !== undefined) {
      this.#shown.replaceChildren();
      this.#say(`${found.truth ? "Yes" : "No"}. (${seconds}, release ${found.release})`);
      return;
    }
    const count = found.rows.length;
    const words = count === 1 ? "1 row" : `${count.toLocaleString("en")} rows`;
    this.#say(count ? `${words} in ${seconds}, release ${found.release}.` : `Nothing in this release answers it (${seconds}).`);
    const possible = count ? views(found, query) : [];
    const around = document.createElement("div");
    const buttons = this.#choices(possible, found, around);
    const explore = this.#exploring(found, query);
    this.#shown.replaceChildren(...(possible.length > 1 ? [buttons] : []), around, ...explore);
    if (possible[0]) around.replaceChildren((await DRAWN[possible[0]]())(found, this.#prefixes));
  }

  /** One button for each view, the table always the first of them. */
  #choices(possible: readonly View[], found: Answer, around: HTMLElement): HTMLElement {
    const made = document.createElement("div");
    made.className = "choices";
    made.setAttribute("role", "group");
    made.setAttribute("aria-label", "Show as");
    const inOrder = (Object.keys(TITLES) as View[]).filter((each) => possible.includes(each));
    for (const view of inOrder) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = TITLES[view];
      button.setAttribute("aria-pressed", String(view === possible[0]));
      button.addEventListener("click", async () => {
        for (const each of made.children) each.setAttribute("aria-pressed", String(each === button));
        around.replaceChildren((await DRAWN[view]())(found, this.#prefixes));
      });
      made.append(button);
    }
    return made;
  }

  /** The things of the answer in the Explorer, where there is one. */
  #exploring({ rows }: Answer, query: string): HTMLElement[] {
    const address = this.#form.dataset["explore"];
    const isOfThings = rows.some((row) => Object.values(row).some((term) => term && place(term).startsWith("/")));
    if (!address || !isOfThings) return [];
    const escaped = query.replace(/~/g, "~0").replace(/,/g, "~1").replace(/;/g, "~2");
    const made = document.createElement("p");
    const link = document.createElement("a");
    link.href = `${address}${encodeURIComponent(`sparql,${escaped}`)}`;
    link.textContent = "Open these things in the Explorer";
    made.append(link);
    return [made];
  }

  #refuse(error: unknown): void {
    const told = error instanceof Refusal ? error : new Refusal("The service cannot be reached.", "Is it running?", 0, 0);
    const where = told.line ? `Line ${told.line}, column ${told.column}: ` : "";
    const words = document.createElement("p");
    words.className = "refusal";
    words.setAttribute("role", "alert");
    words.textContent = where + told.message;
    const hint = document.createElement("p");
    hint.textContent = told.hint;
    this.#say("");
    this.#shown.replaceChildren(words, ...(told.hint ? [hint] : []));
    this.#editor.mark(told.line, told.column);
  }

  #say(words: string): void {
    this.#status.textContent = words;
  }
}

const form = document.querySelector<HTMLFormElement>("form[data-island=sparql]");
const told = document.querySelector("#prefixes")?.textContent;
if (form) new Page(form, JSON.parse(told ?? "{}") as Prefixes);
