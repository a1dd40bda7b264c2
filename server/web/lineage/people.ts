/** The storyline: all that an officer led stands out while one of their bars is chosen. */

/** Makes the picture in this figure one stop of the keyboard, with arrows from bar to bar. */
export function people(figure: Element): void {
  const picture = figure.querySelector<SVGSVGElement>("svg.storyline");
  const told = figure.querySelector<HTMLElement>("[data-told]");
  if (!picture || !told) return;
  const bars = [...picture.querySelectorAll<SVGAElement>("a.bar")];
  const marked = [...picture.querySelectorAll<SVGElement>("[data-person]")];
  const usual = told.textContent ?? "";
  let held: SVGAElement | undefined;
  bars[0]?.setAttribute("tabindex", "0");

  const show = (bar: SVGAElement | undefined): void => {
    picture.classList.toggle("picking", Boolean(bar));
    for (const each of marked) each.classList.toggle("on", each.dataset["person"] === bar?.dataset["person"]);
    told.textContent = bar ? words(bars, bar) : usual;
  };
  picture.addEventListener("pointerover", ({ target }) => {
    const bar = barOf(target);
    if (bar) show(bar);
  });
  picture.addEventListener("pointerleave", () => show(held));
  picture.addEventListener("focusin", ({ target }) => {
    held = barOf(target);
    if (!held) return;
    for (const each of bars) each.setAttribute("tabindex", each === held ? "0" : "-1");
    show(held);
  });
  picture.addEventListener("focusout", () => show((held = undefined)));
  picture.addEventListener("keydown", (event) => {
    if (event.key === "Escape") show((held = undefined));
    const bar = barOf(event.target);
    const next = bar && step(bars, bar, event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}

function barOf(target: EventTarget | null): SVGAElement | undefined {
  return (target instanceof Element && target.closest<SVGAElement>("a.bar")) || undefined;
}

/** Up and down from bar to bar, left and right among those of one officer. */
function step(bars: SVGAElement[], from: SVGAElement, key: string): SVGAElement | undefined {
  const own = bars.filter((each) => each.dataset["person"] === from.dataset["person"]);
  const [among, by] = key === "ArrowLeft" || key === "ArrowRight" ? [own, key] : [bars, key];
  const place = among.indexOf(from);
  const led: Record<string, number> = {
    ArrowDown: place + 1, ArrowRight: place + 1, ArrowUp: place - 1, ArrowLeft: place - 1, Home: 0, End: among.length - 1,
  };
  return among[led[by] ?? -1];
}

function words(bars: SVGAElement[], bar: SVGAElement): string {
  const own = bars.filter((each) => each.dataset["person"] === bar.dataset["person"]);
  const names = [...new Set(own.map((each) => each.dataset["name"] ?? ""))];
  const told = `${bar.dataset["name"] ?? ""}. ${bar.querySelector("title")?.textContent ?? ""}`;
  return names.length > 1 ? `${told}. Led in all: ${names.join(", ")}` : told;
}
