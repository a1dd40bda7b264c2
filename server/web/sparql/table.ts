/** A result as a table: sorted by a click on a column, and longer by a button. */

import type { Answer, Row, Term } from "./answer.ts";
import { element, isDay, isNumber, type Prefixes } from "./terms.ts";

const STEP = 200;
const WORDS = new Intl.Collator("en", { numeric: true });

export function table(answer: Answer, prefixes: Prefixes): Element {
  const around = document.createElement("div");
  around.className = "scroll";
  around.tabIndex = 0;
  around.setAttribute("role", "group");
  around.setAttribute("aria-label", "Result as a table");
  const made = document.createElement("table");
  const body = made.createTBody();
  let rows = [...answer.rows];
  let shown = STEP;
  const more = document.createElement("button");
  more.type = "button";

  const fill = (): void => {
    body.replaceChildren(...rows.slice(0, shown).map((row) => line(row, answer.columns, prefixes)));
    more.hidden = shown >= rows.length;
    more.textContent = `Show ${Math.min(STEP, rows.length - shown)} more of ${(rows.length - shown).toLocaleString("en")}`;
  };
  more.addEventListener("click", () => {
    const before = shown;
    shown += STEP;
    fill();
    body.rows[before]?.querySelector("a")?.focus();
  });
  made.createTHead().append(
    head(answer.columns, (column, down) => {
      rows = [...answer.rows].sort((one, other) => order(one[column], other[column]) * (down ? -1 : 1));
      fill();
    }),
  );
  fill();
  around.append(made);
  const whole = document.createElement("div");
  whole.append(around, more);
  return whole;
}

function head(columns: readonly string[], sort: (column: string, down: boolean) => void): HTMLElement {
  const made = document.createElement("tr");
  for (const column of columns) {
    const cell = document.createElement("th");
    const button = document.createElement("button");
    cell.scope = "col";
    button.type = "button";
    button.textContent = column;
    button.addEventListener("click", () => {
      const down = cell.getAttribute("aria-sort") === "ascending";
      for (const each of made.children) each.removeAttribute("aria-sort");
      cell.setAttribute("aria-sort", down ? "descending" : "ascending");
      sort(column, down);
    });
    cell.append(button);
    made.append(cell);
  }
  return made;
}

function line(row: Row, columns: readonly string[], prefixes: Prefixes): HTMLElement {
  const made = document.createElement("tr");
  for (const column of columns) {
    const cell = made.insertCell();
    const term = row[column];
    if (!term) continue;
    if (isNumber(term)) cell.className = "number";
    else if (isDay(term)) cell.className = "day";
    cell.append(element(term, prefixes));
  }
  return made;
}

function order(one: Term | undefined, other: Term | undefined): number {
  if (!one || !other) return Number(!one) - Number(!other);
  if (isNumber(one) && isNumber(other)) return Number(one.value) - Number(other.value);
  return WORDS.compare(one.value, other.value);
}
