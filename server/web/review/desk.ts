/** The review on the page: forms and links of it bring the next state into place. */

const LEADING = /^\/documents\/[^/]+\/review$/;

export class Desk {
  #root: HTMLElement;
  readonly #ready: (root: HTMLElement) => void;
  #isBusy = false;
  /** Called when what was asked for is in place, or could not be had: `isDone` tells which. */
  rested: (isDone: boolean) => void = () => undefined;

  /** `ready` is told of each state that comes into place. */
  constructor(root: HTMLElement, ready: (root: HTMLElement) => void) {
    this.#root = root;
    this.#ready = ready;
  }

  get root(): HTMLElement {
    return this.#root;
  }

  /** Whether the next state is still on its way. */
  get isBusy(): boolean {
    return this.#isBusy;
  }

  start(): void {
    document.addEventListener("submit", (event) => this.#submit(event));
    document.addEventListener("click", (event) => this.#follow(event));
    addEventListener("popstate", () => void this.#bring(location.href, {}, false));
    this.#made();
    this.#show(false);
  }

  #submit(event: SubmitEvent): void {
    const form = event.target as HTMLFormElement;
    if (!this.#root.contains(form) || form.method === "dialog") return;
    event.preventDefault();
    const data = new FormData(form, event.submitter);
    const fields = new URLSearchParams();
    for (const [name, value] of data) if (typeof value === "string") fields.append(name, value);
    if (form.method === "get") void this.#bring(`${form.action}?${fields}`, {});
    else void this.#bring(form.action, { method: "POST", body: fields });
  }

  #follow(event: MouseEvent): void {
    const link = (event.target as Element).closest?.<HTMLAnchorElement>("#review a");
    const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;
    if (!link || !isPlain || !LEADING.test(link.pathname) || link.origin !== location.origin) return;
    event.preventDefault();
    void this.#bring(link.href, {});
  }

  /** Ask for a page and put its review in the place of this one; its card has the focus then. */
  async #bring(address: string, asked: RequestInit, isNew = true): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    let isDone = false;
    try {
      const answer = await fetch(address, { ...asked, headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const next = page.querySelector<HTMLElement>("#review");
      if (!next) {
        this.#failed(page, answer.url);
        return;
      }
      this.#root.replaceWith(document.adoptNode(next));
      this.#root = next;
      document.title = page.title;
      if (isNew) history.pushState(null, "", answer.url);
      this.#made();
      this.#show(true);
      this.#focus(new URL(answer.url).searchParams);
      isDone = true;
    } catch {
      this.#warn("The service did not answer. Nothing was decided; try again.");
    } finally {
      this.#isBusy = false;
      this.rested(isDone);
    }
  }

  #failed(page: Document, address: string): void {
    const told = page.querySelector("main .lead")?.textContent ?? "";
    if (told) this.#warn(told);
    else location.assign(address);
  }

  #made(): void {
    this.#ready(this.#root);
    this.#root.dataset["ready"] = "";
  }

  /** What was searched for has the focus: words that were missed, a body; else the card. */
  #focus(asked: URLSearchParams): void {
    const place = asked.has("find") ? "#find-words" : asked.get("body") ? "#o-1" : "#what";
    const found =
      this.#root.querySelector<HTMLElement>(place) ?? this.#root.querySelector<HTMLElement>("#what");
    found?.focus({ preventScroll: asked.has("find") });
    const done = this.#root.querySelector("#told")?.textContent ?? "";
    const meter = this.#root.querySelector(".meter label")?.textContent ?? "";
    this.#say([done, meter, found?.textContent ?? ""].filter(Boolean).join(" "));
  }

  /** Bring the words that the card is about into sight, without moving the focus. */
  #show(isNext: boolean): void {
    const words = this.#root.querySelector<HTMLElement>(".words");
    const mark = words?.querySelector<HTMLElement>("mark");
    if (!words || !mark || !matchMedia("(min-width: 64rem)").matches) return;
    if (getComputedStyle(words).overflowY === "visible") {
      mark.scrollIntoView({ block: "center" });
      return;
    }
    const above = mark.getBoundingClientRect().top - words.getBoundingClientRect().top;
    words.scrollTop += above - words.clientHeight / 3;
    if (isNext) this.#root.querySelector(".desk")?.scrollIntoView({ behavior: "instant" });
  }

  /** Have it told by a screen reader, whose region stays while states come and go. */
  #say(words: string): void {
    const place = document.querySelector<HTMLElement>("#said");
    if (place) place.textContent = words;
  }

  /** Tell what went wrong, for all to see. */
  #warn(words: string): void {
    const place = this.#root.querySelector(".bar .warning") ?? document.createElement("p");
    place.className = "warning";
    place.textContent = words;
    this.#root.querySelector(".bar")?.append(place);
    this.#say(words);
  }
}
