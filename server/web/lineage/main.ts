/** Views of lineage and time: what is chosen stands out, and the day of /lineage moves without a new page. */

import { slider } from "./days.ts";
import { follow } from "./follow.ts";
import "./lineage.css";
import { people } from "./people.ts";

const page = document.querySelector<HTMLElement>("[data-island=lineage]");
let latest = 0;

if (page) {
  const show = slider(page, (day) => void move(page, asked(day), true));
  drawn(page);
  window.addEventListener("popstate", () => {
    const here = new URL(location.href);
    show?.(here.searchParams.get("on") ?? "");
    void move(page, here, false);
  });
}

function asked(day: string): URL {
  const found = new URL(location.href);
  if (day) found.searchParams.set("on", day);
  else found.searchParams.delete("on");
  found.hash = "";
  return found;
}

/** Puts the parts of another day in the place of those that are shown; loads it if that fails. */
async function move(page: Element, to: URL, kept: boolean): Promise<void> {
  const turn = ++latest;
  try {
    const answer = await fetch(to, { headers: { Accept: "text/html" } });
    if (!answer.ok) throw new Error(answer.statusText);
    const other = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (turn !== latest) return;
    for (const each of page.querySelectorAll<HTMLElement>("[data-swap]")) {
      const next = other.querySelector(`[data-swap="${each.dataset["swap"] ?? ""}"]`);
      if (next) each.replaceWith(document.adoptNode(next));
    }
    const day = page.querySelector<HTMLInputElement>("#on");
    if (day) day.value = to.searchParams.get("on") ?? "";
    if (kept) history.pushState(null, "", to);
    drawn(page);
  } catch {
    location.assign(to);
  }
}

function drawn(page: Element): void {
  for (const figure of page.querySelectorAll("figure.view")) {
    follow(figure);
    people(figure);
  }
}
