/** Single keys: each does what the button or link with that `data-key` does. */

import type { Desk } from "./desk.ts";

const KEPT = "coterminous-review-keys";

export function keys(desk: Desk): void {
  let isRefusing = false;
  /** Keys that came while the next state was on its way: whoever knows the way is not held up. */
  const waiting: string[] = [];
  const act = (key: string): boolean => {
    const refusing = isRefusing;
    isRefusing = false;
    if (key === "?") dialog(desk)?.showModal();
    else if (key === "r") isRefusing = refuse(desk);
    else if (refusing && /^[1-5]$/.test(key)) press(desk, `[data-reason="${key}"]`);
    else if (/^[a-z1-9]$/.test(key)) press(desk, `[data-key="${key}"]`);
    else {
      isRefusing = refusing && key === "Shift";
      return false;
    }
    return true;
  };
  desk.rested = (isDone) => {
    if (!isDone) waiting.length = 0; // they were meant for what did not come
    while (waiting.length && !desk.isBusy && !isTyping(document.activeElement)) act(waiting.shift()!);
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.key === "Escape" && isTyping(event.target) && !dialog(desk)?.open) {
      desk.root.querySelector<HTMLElement>("#what")?.focus(); // where keys are keys again
      return;
    }
    if (!isOn() && event.key !== "?") return;
    if (isTyping(event.target) || dialog(desk)?.open) return;
    if (desk.isBusy && /^[a-z1-9]$/.test(event.key)) {
      if (!event.repeat) waiting.push(event.key); // a key that is held down means one decision
    } else if (!act(event.key)) return;
    event.preventDefault();
  });
  document.addEventListener("change", (event) => {
    const box = event.target as HTMLInputElement;
    if (box.id === "keys-on") localStorage.setItem(KEPT, box.checked ? "on" : "off");
  });
}

export function isOn(): boolean {
  return localStorage.getItem(KEPT) !== "off";
}

function dialog(desk: Desk): HTMLDialogElement | null {
  return desk.root.querySelector<HTMLDialogElement>("#keys");
}

/** The reasons come into focus; the next key says which. */
function refuse(desk: Desk): boolean {
  const first = desk.root.querySelector<HTMLElement>("[data-reason]");
  first?.focus();
  return first !== null;
}

function press(desk: Desk, selector: string): void {
  const found = desk.root.querySelector<HTMLElement>(selector);
  if (!found) return;
  const details = found.tagName === "SUMMARY" ? found.closest("details") : null;
  if (details) {
    details.open = true;
    first(details)?.focus();
    return;
  }
  found.click();
  if (found instanceof HTMLInputElement) found.focus();
}

/** What is typed in first in what a summary opens. */
function first(details: HTMLDetailsElement): HTMLElement | null {
  const marked = details.querySelector<HTMLElement>(".marked:not([hidden]) ~ p select");
  return marked ?? details.querySelector<HTMLElement>("input:not([type=hidden]), select");
}

function isTyping(target: EventTarget | Element | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !["checkbox", "radio"].includes(target.type);
  return ["TEXTAREA", "SELECT"].includes(target.tagName);
}
