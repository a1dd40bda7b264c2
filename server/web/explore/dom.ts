/** Elements, made without ever reading text as markup. */

type Child = Node | string | null | undefined | false;
type Attributes = Record<string, string | number | boolean | ((event: never) => void)>;

const SVG = "http://www.w3.org/2000/svg";

function made<E extends Element>(found: E, attributes: Attributes, children: Child[]): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") found.addEventListener(name, value as EventListener);
    else if (value === true) found.setAttribute(name, "");
    else if (value !== false) found.setAttribute(name, String(value));
  }
  found.append(...children.filter((each): each is Node | string => each !== null && each !== undefined && each !== false));
  return found;
}

export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K, attributes: Attributes = {}, ...children: Child[]
): HTMLElementTagNameMap[K] {
  return made(document.createElement(tag), attributes, children);
}

export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K, attributes: Attributes = {}, ...children: Child[]
): SVGElementTagNameMap[K] {
  return made(document.createElementNS(SVG, tag) as SVGElementTagNameMap[K], attributes, children);
}

/** A link to a place of ours or of the web; of any other address only the text. */
export function link(text: string, href: string): HTMLElement {
  const ours = href.startsWith("/") && !href.startsWith("//");
  const isSafe = ours || /^https?:\/\//i.test(href);
  if (!isSafe) return el("span", {}, text);
  return el("a", ours ? { href } : { href, rel: "noopener" }, text);
}

export function button(text: string, click: () => void, attributes: Attributes = {}): HTMLButtonElement {
  return el("button", { type: "button", click, ...attributes }, text);
}

const sign = (each: Element) =>
  [each.tagName, each.id, each.getAttribute("aria-label"), each.closest("a, button, label, summary")?.textContent].join();

/** What gives the focus back, once that which has it inside an element was made anew. */
export function keep(root: HTMLElement): () => void {
  const held = document.activeElement && root.contains(document.activeElement) ? sign(document.activeElement) : "";
  const isLost = () => held && document.activeElement === document.body;
  return () => {
    if (!isLost()) return;
    [...root.querySelectorAll<HTMLElement>("a, button, input, textarea, summary, [tabindex]")].find((each) => sign(each) === held)?.focus({ preventScroll: true });
    if (isLost()) root.querySelector<HTMLElement>("h2[tabindex]")?.focus({ preventScroll: true });
  };
}

/** A file for the reader, made here. */
export function download(name: string, data: Blob): void {
  const href = URL.createObjectURL(data);
  const anchor = el("a", { href, download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}

/** Where a thing is told in full. */
export const page = (id: string) => `/doc/${id.split("/").map((part) => encodeURIComponent(decoded(part))).join("/")}`;

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
