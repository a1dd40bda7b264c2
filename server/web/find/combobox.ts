/**
 * A text box with a list of suggestions, after the ARIA pattern of an editable combobox whose list
 * is chosen from by hand: focus stays in the box, arrows move, Enter goes there, Escape closes.
 */

import { release, type Suggestion } from "./suggestions.ts";

type Ask = (text: string, signal: AbortSignal) => Promise<Suggestion[]>;

/** Milliseconds without a key before anything is asked. */
const PAUSE = 90;
/** A text of fewer letters would suggest anything. */
const SHORTEST = 2;

export class Combobox {
  readonly #input: HTMLInputElement;
  readonly #ask: Ask;
  readonly #place: (id: string) => string;
  readonly #list = element("ul", "suggestions");
  readonly #status = element("span", "unseen");
  #shown: Suggestion[] = [];
  #active = -1;
  #timer = 0;
  #asking = new AbortController();

  /** `place` tells where a chosen thing leads, by its short name. */
  constructor(input: HTMLInputElement, ask: Ask, place: (id: string) => string) {
    this.#input = input;
    this.#ask = ask;
    this.#place = place;
    this.#dress();
    input.addEventListener("input", () => this.#later());
    input.addEventListener("keydown", (event) => this.#key(event));
    input.addEventListener("blur", () => this.#close());
    input.addEventListener("focus", () => input.value && this.#later());
    // The box would lose the focus before the click is one.
    this.#list.addEventListener("mousedown", (event) => event.preventDefault());
    this.#list.addEventListener("click", (event) => {
      const chosen = (event.target as Element).closest("li");
      if (chosen) this.#go([...this.#list.children].indexOf(chosen));
    });
  }

  #dress(): void {
    const { id } = this.#input;
    this.#list.id = `${id}-suggestions`;
    this.#list.hidden = true;
    this.#status.setAttribute("role", "status");
    attributes(this.#list, { role: "listbox", "aria-label": "Suggestions" });
    attributes(this.#input, {
      role: "combobox", autocomplete: "off", spellcheck: "false", "aria-autocomplete": "list",
      "aria-controls": this.#list.id, "aria-expanded": "false",
    });
    const around = element("span", "combobox");
    this.#input.replaceWith(around);
    around.append(this.#input, this.#list, this.#status);
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#suggest(), PAUSE);
  }

  async #suggest(): Promise<void> {
    this.#asking.abort();
    this.#asking = new AbortController();
    const text = this.#input.value.trim();
    if (text.length < SHORTEST) return this.#close();
    try {
      const found = await this.#ask(text, this.#asking.signal);
      if (text === this.#input.value.trim() && document.activeElement === this.#input) this.#show(found);
    } catch (error) {
      // A later text asks again; the form itself tells what is wrong with the service.
      if (!(error instanceof DOMException && error.name === "AbortError")) this.#close();
    }
  }

  #show(found: Suggestion[]): void {
    this.#shown = found;
    this.#list.replaceChildren(...found.map((each, place) => this.#option(each, place)));
    this.#mark(-1);
    this.#open(found.length > 0);
    const count = found.length === 1 ? "1 suggestion" : `${found.length} suggestions`;
    this.#status.textContent = found.length ? `${count}, arrow keys to choose` : "No suggestions";
  }

  #option(each: Suggestion, place: number): HTMLElement {
    const option = element("li", "");
    attributes(option, { role: "option", id: `${this.#list.id}-${place}`, "aria-selected": "false" });
    option.append(line("suggested", each.label));
    if (each.matched) option.append(line("matched", each.matched));
    option.append(line("told", each.told));
    return option;
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const { key } = event;
    if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      if (this.#list.hidden) void this.#suggest();
      else this.#move(key === "ArrowDown" ? 1 : -1);
    } else if (key === "Enter" && this.#active >= 0) {
      event.preventDefault();
      this.#go(this.#active);
    } else if (key === "Escape" && !this.#list.hidden) {
      event.preventDefault();
      this.#close();
    }
  }

  /** One option on; beyond either end lies the box itself. */
  #move(by: number): void {
    const places = this.#shown.length + 1;
    this.#mark(((this.#active + 1 + by + places) % places) - 1);
  }

  #mark(place: number): void {
    this.#active = place;
    for (const [at, option] of [...this.#list.children].entries()) {
      option.setAttribute("aria-selected", String(at === place));
      if (at !== place) continue;
      this.#input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    }
    if (place < 0) this.#input.removeAttribute("aria-activedescendant");
  }

  #go(number: number): void {
    const chosen = this.#shown[number];
    if (!chosen) return;
    this.#input.value = chosen.label;
    this.#close();
    const place = new URL(this.#place(chosen.id), location.href);
    if (release) place.searchParams.set("release", release);
    location.assign(place);
  }

  #close(): void {
    clearTimeout(this.#timer);
    this.#asking.abort();
    this.#status.textContent = "";
    this.#mark(-1);
    this.#open(false);
  }

  #open(is: boolean): void {
    this.#list.hidden = !is;
    this.#input.setAttribute("aria-expanded", String(is));
  }
}

function element(name: string, kind: string): HTMLElement {
  const made = document.createElement(name);
  made.className = kind;
  return made;
}

function line(kind: string, text: string): HTMLElement {
  const made = element("span", kind);
  made.textContent = text;
  return made;
}

function attributes(of: Element, given: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(given)) of.setAttribute(name, value);
}
