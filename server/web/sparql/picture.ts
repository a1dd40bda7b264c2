/** What the pictures of results are drawn with. */

import type { Term } from "./answer.ts";
import { place } from "./terms.ts";

const SVG = "http://www.w3.org/2000/svg";

/** An element of a picture. */
export function drawn(name: string, given: Readonly<Record<string, string | number>>, text = ""): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(given)) made.setAttribute(key, String(value));
  if (text) made.textContent = text;
  return made;
}

/** What is drawn in a link, where its term leads anywhere; its name is told to all readers. */
export function linked(term: Term | undefined, name: string, ...parts: SVGElement[]): SVGElement {
  const href = term ? place(term) : "";
  const made = drawn(href ? "a" : "g", href ? { href, "aria-label": name } : {});
  made.append(drawn("title", {}, name), ...parts);
  return made;
}

/** A picture with what there is to say of it; a wide one is scrolled in its place. */
export function figure(picture: Element, words: string): Element {
  const made = document.createElement("figure");
  const around = document.createElement("div");
  around.className = "scroll picture";
  around.tabIndex = 0;
  around.setAttribute("role", "group");
  around.setAttribute("aria-label", "Result as a picture");
  around.append(picture);
  made.append(around);
  if (words) made.append(Object.assign(document.createElement("figcaption"), { textContent: words }));
  return made;
}

/** A text that is cut after so many letters. */
export function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
