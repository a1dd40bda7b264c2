/** The two days of a view: true in the world on the one, published by the other. */

import { command, type App } from "./app.ts";
import { button, el } from "./dom.ts";
import { isDay } from "./state.ts";
import type { View } from "./types.ts";

const DAY = 86_400_000;

export class Days {
  readonly root = el("fieldset", { class: "days" });
  private on = el("input", { type: "date", id: "day-on", change: () => this.type("on", this.on.value), blur: () => this.typed = null });
  private by = el("input", { type: "date", id: "day-by", change: () => this.type("by", this.by.value), blur: () => this.typed = null });
  private slider = el("input", { type: "range", id: "day-slide", min: 0, step: 1, "aria-label": "Day, from the first to the last that anything is dated" });
  private of: View | null = null;
  private first = 0;
  private last = 0;
  /** The log as the field that is being typed into last left it. */
  private typed: object | null = null;

  constructor(private app: App) {
    this.slider.addEventListener("input", () => this.preview(this.slid()));
    this.slider.addEventListener("change", () => this.set("on", this.slid()));
    this.root.append(
      el("legend", { class: "unseen" }, "Days"),
      el("p", { class: "row" }, el("label", { for: "day-on" }, "True on"), this.on, button("Any day", () => this.set("on", ""), { class: "plain" }), this.slider),
      el("details", { class: "row" }, el("summary", {}, "Only what was published by a day"),
        el("p", { class: "row" }, el("label", { for: "day-by" }, "Published by"), this.by, button("Any day", () => this.set("by", ""), { class: "plain", "aria-label": "Published by any day" }),
          el("span", { class: "small quiet" }, "Undated sources are left out."))));
  }

  /** A day as the slider is moved, before it is let go and becomes part of the log. */
  preview: (day: string) => void = () => undefined;

  draw(): void {
    const { state, view, built } = this.app;
    this.on.value = state.on;
    this.by.value = state.by;
    if (view !== this.of) {
      const days = new Set([...view.things, ...view.edges].flatMap(({ start, end }) => [start, end]));
      const dated = [...days].filter(isDay).map((day) => Date.parse(day));
      this.of = view;
      this.first = Math.min(...dated, Date.parse("2013-04-01"));
      this.last = Math.max(...dated, Date.parse(built));
    }
    this.slider.max = String(Math.round((this.last - this.first) / DAY));
    this.slider.value = String(Math.round(((state.on ? Date.parse(state.on) : this.last) - this.first) / DAY));
    this.slider.setAttribute("aria-valuetext", state.on || "any day");
  }

  private slid(): string {
    return new Date(this.first + Number(this.slider.value) * DAY).toISOString().slice(0, 10);
  }

  /** A day is typed part by part, and many a day is passed on the way: all of it is one step. */
  private type(verb: "on" | "by", day: string): void {
    if (day && day < "1900") return; // a year that is not yet whole
    if (this.typed === this.app.log.commands) this.app.log.undo();
    this.set(verb, day);
    this.typed = this.app.log.commands;
  }

  private set(verb: "on" | "by", day: string): void {
    if (day && !isDay(day)) return;
    void this.app.run(day ? command(verb, day) : command(verb));
  }
}
