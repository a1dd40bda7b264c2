/** What is selected in the text, as offsets in code points; and the keys told on buttons. */

import type { Desk } from "./desk.ts";
import { isOn } from "./keys.ts";

/** Make a state of the review ready: its keys are told. */
export function marking(root: HTMLElement): void {
  const box = root.querySelector<HTMLInputElement>("#keys-on");
  if (box) box.checked = isOn();
  for (const each of root.querySelectorAll<HTMLElement>("[data-key], [data-reason]")) tell(each);
  root.querySelector(".card nav")?.append(opener(root));
}

/** The list of keys, for whoever does not know the key for it. */
function opener(root: HTMLElement): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "second";
  button.textContent = "Keys";
  button.dataset["key"] = "?";
  button.addEventListener("click", () => root.querySelector<HTMLDialogElement>("#keys")?.showModal());
  tell(button);
  return button;
}

/** From now on, what is selected in the text fills the form for what was missed. */
export function selecting(desk: Desk): void {
  document.addEventListener("selectionchange", () => {
    const words = desk.root.querySelector<HTMLElement>("#words");
    if (words) selected(desk.root, words);
  });
}

function tell(each: HTMLElement): void {
  const reason = each.dataset["reason"];
  const key = each.dataset["key"] ?? reason ?? "";
  each.setAttribute("aria-keyshortcuts", reason ? `r ${key}` : key);
  if (each instanceof HTMLInputElement) return;
  const told = document.createElement("kbd");
  told.textContent = reason ? `r ${key}` : key;
  told.setAttribute("aria-hidden", "true");
  each.append(told);
}

function selected(root: HTMLElement, words: HTMLElement): void {
  const range = getSelection()?.rangeCount ? getSelection()?.getRangeAt(0) : undefined;
  if (!range || range.collapsed || !words.contains(range.commonAncestorContainer)) return;
  const from = Number(words.dataset["start"] ?? 0);
  const start = from + before(words, range.startContainer, range.startOffset);
  const end = from + before(words, range.endContainer, range.endOffset);
  put(root, "#start", start);
  put(root, "#end", end);
  const told = root.querySelector<HTMLElement>("#marked");
  if (!told) return;
  told.textContent = `“${range.toString()}”`;
  told.hidden = false;
}

/** How many code points of the text come before a place in it. */
function before(words: HTMLElement, node: Node, offset: number): number {
  const range = document.createRange();
  range.setStart(words, 0);
  range.setEnd(node, offset);
  return [...range.toString()].length;
}

function put(root: HTMLElement, selector: string, value: number): void {
  const field = root.querySelector<HTMLInputElement>(selector);
  if (field) field.value = String(value);
}
