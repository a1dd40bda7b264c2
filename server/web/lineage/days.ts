/** The count line as a slider: its day is a column of the picture below. */

const DAY = 86_400_000;
const WAIT = 250;

interface Stop {
  day: string;
  counts: string;
}

/** Sets a slider under the line of this page; `chosen` is told the day that was come to rest on. */
export function slider(page: Element, chosen: (day: string) => void): ((day: string) => void) | undefined {
  const line = page.querySelector<SVGSVGElement>("svg.countline");
  const links = [...page.querySelectorAll<HTMLAnchorElement>("[data-days] a")];
  const { first, until } = line?.dataset ?? {};
  if (!line || !first || !until) return undefined;
  const stops: Stop[] = links.map(({ dataset }) => ({ day: dataset["day"] ?? "", counts: dataset["counts"] ?? "" }));
  const [row, label, said, input] = [
    document.createElement("div"),
    document.createElement("label"),
    document.createElement("output"),
    document.createElement("input"),
  ];
  row.className = "slider";
  label.textContent = "Day of a column below:";
  label.htmlFor = input.id = "day";
  input.type = "range";
  [input.min, input.max] = ["0", String(number(until) - number(first))];
  row.append(label, said, input);
  line.after(row);
  let waiting = 0;

  const show = (day: string): void => {
    const at = day || until;
    input.value = String(number(at) - number(first));
    const told = `${worded(at)}: ${at < first ? "" : standing(stops, at)}`;
    input.setAttribute("aria-valuetext", told);
    said.textContent = day ? told : "none chosen";
    mark(line, day ? number(day) - number(first) : undefined, Number(input.max));
    for (const each of links) {
      if (each.dataset["day"] === day) each.setAttribute("aria-current", "date");
      else each.removeAttribute("aria-current");
    }
  };
  const go = (day: string, wait: number): void => {
    show(day);
    clearTimeout(waiting);
    waiting = window.setTimeout(() => chosen(day), wait);
  };
  input.addEventListener("input", () => go(iso(number(first) + Number(input.value)), WAIT));
  input.addEventListener("keydown", (event) => {
    const now = iso(number(first) + Number(input.value));
    const found = beside(stops, now, event.key, first, until);
    if (!found) return;
    event.preventDefault();
    go(found, WAIT);
  });
  for (const each of links) {
    each.addEventListener("click", (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
      event.preventDefault();
      go(each.dataset["day"] ?? "", 0);
    });
  }
  show(line.dataset["on"] ?? "");
  return show;
}

/** Where a key leads: arrows from change to change, Page Up and Down a year. */
function beside(stops: Stop[], day: string, key: string, first: string, until: string): string {
  const days = stops.map((each) => each.day);
  if (key === "ArrowRight" || key === "ArrowUp") return days.find((each) => each > day) ?? until;
  if (key === "ArrowLeft" || key === "ArrowDown") return days.findLast((each) => each < day) ?? first;
  if (key !== "PageUp" && key !== "PageDown") return "";
  const moved = `${Number(day.slice(0, 4)) + (key === "PageUp" ? 1 : -1)}${day.slice(4)}`;
  return moved < first ? first : moved > until ? until : moved;
}

function standing(stops: Stop[], day: string): string {
  return stops.findLast((each) => each.day <= day)?.counts ?? "";
}

function mark(line: SVGSVGElement, days: number | undefined, all: number): void {
  let cursor = line.querySelector<SVGPathElement>(".cursor");
  if (days === undefined) {
    cursor?.remove();
    return;
  }
  if (!cursor) {
    cursor = document.createElementNS("http://www.w3.org/2000/svg", "path");
    cursor.setAttribute("class", "cursor");
    line.append(cursor);
  }
  const [left, right] = [Number(line.dataset["left"]), Number(line.dataset["right"])];
  cursor.setAttribute("d", `M${(left + (days / all) * (right - left)).toFixed(1)} 12V166`);
}

function number(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY);
}

function iso(days: number): string {
  return new Date(days * DAY).toISOString().slice(0, 10);
}

function worded(day: string): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}
