/** The alluvial picture: a body that is pointed at or reached by keyboard is followed to both ends. */

type Way = "before" | "after";

interface Net {
  bodies: Map<string, SVGAElement>;
  bands: SVGPathElement[];
}

const SHOWN = 5;

/** Makes the picture in this figure one stop of the keyboard, with arrows from body to body. */
export function follow(figure: Element): void {
  const picture = figure.querySelector<SVGSVGElement>("svg.alluvial");
  const told = figure.querySelector<HTMLElement>("[data-told]");
  if (!picture || !told) return;
  const net: Net = {
    bodies: new Map([...picture.querySelectorAll<SVGAElement>("a.body")].map((each) => [each.dataset["key"] ?? "", each])),
    bands: [...picture.querySelectorAll<SVGPathElement>(".band")],
  };
  const usual = told.textContent ?? "";
  let held = "";
  const show = (key: string) => pick(picture, net, key, told, usual);
  net.bodies.values().next().value?.setAttribute("tabindex", "0");
  picture.addEventListener("pointerover", ({ target }) => {
    const key = pointed(target);
    if (key) show(key);
  });
  picture.addEventListener("pointerleave", () => show(held));
  picture.addEventListener("focusin", ({ target }) => {
    const key = pointed(target);
    if (!key) return;
    held = key;
    for (const each of net.bodies.values()) each.setAttribute("tabindex", each.dataset["key"] === key ? "0" : "-1");
    show(key);
  });
  picture.addEventListener("focusout", () => show((held = "")));
  picture.addEventListener("keydown", (event) => {
    const here = pointed(event.target);
    if (event.key === "Escape") show((held = ""));
    const to = net.bodies.get(here && step(net, here, event.key));
    if (!to) return;
    event.preventDefault();
    to.focus();
  });
}

/** The body that is pointed at, or the one that a band comes from. */
function pointed(target: EventTarget | null): string {
  if (!(target instanceof Element)) return "";
  return target.closest<SVGAElement>("a.body")?.dataset["key"] ?? target.closest<SVGPathElement>(".band")?.dataset["before"] ?? "";
}

function step(net: Net, from: string, key: string): string {
  const [column, place] = from.split("-").map(Number) as [number, number];
  const size = [...net.bodies.keys()].filter((each) => each.startsWith(`${column}-`)).length;
  const within: Record<string, number> = { ArrowUp: place - 1, ArrowDown: place + 1, Home: 0, End: size - 1 };
  const found = within[key];
  if (found !== undefined) return net.bodies.has(`${column}-${found}`) ? `${column}-${found}` : "";
  if (key === "ArrowRight") return next(net, from, "after")[0] ?? "";
  return key === "ArrowLeft" ? (next(net, from, "before")[0] ?? "") : "";
}

/** The bodies to which bands lead from one, in the order of the picture. */
function next(net: Net, from: string, way: Way): string[] {
  const here: Way = way === "after" ? "before" : "after";
  return net.bands.filter((each) => each.dataset[here] === from).map((each) => each.dataset[way] ?? "");
}

function reached(net: Net, from: string, way: Way): Set<string>[] {
  const found: Set<string>[] = [];
  let edge = new Set([from]);
  while (edge.size) {
    edge = new Set([...edge].flatMap((each) => next(net, each, way)));
    if (edge.size) found.push(edge);
  }
  return found;
}

function pick(picture: SVGSVGElement, net: Net, key: string, told: HTMLElement, usual: string): void {
  const body = net.bodies.get(key);
  picture.classList.toggle("picking", Boolean(body));
  if (!body) {
    told.textContent = usual;
    return;
  }
  const before = reached(net, key, "before");
  const after = reached(net, key, "after");
  const back = new Set([key, ...before.flatMap((each) => [...each])]);
  const on = new Set([key, ...after.flatMap((each) => [...each])]);
  for (const [each, found] of net.bodies) found.classList.toggle("on", back.has(each) || on.has(each));
  for (const each of net.bands) {
    const [from, to] = [each.dataset["before"] ?? "", each.dataset["after"] ?? ""];
    each.classList.toggle("on", (on.has(from) && on.has(to)) || (back.has(from) && back.has(to)));
  }
  const course = [...before.reverse(), new Set([key]), ...after].map((each) => named(net, [...each]));
  const once = course.filter((each, place) => each !== course[place - 1]);
  told.textContent = `${body.querySelector("title")?.textContent ?? ""}. ${once.join(" → ")}`;
}

function named(net: Net, keys: string[]): string {
  const names = keys.map((each) => (net.bodies.get(each)?.dataset["name"] ?? "").trim());
  return names.length > SHOWN + 1 ? `${names.slice(0, SHOWN).join(", ")} and ${names.length - SHOWN} more` : names.join(", ");
}
