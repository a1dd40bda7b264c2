/** Steps of a story: points in the log that have words, walked one after the other. */

import { command, type App } from "./app.ts";
import { button, el } from "./dom.ts";
import type { Command } from "./log.ts";

export class Story {
  readonly root = el("details", { class: "story" });
  private words = el("textarea", { id: "story-words", rows: 2, maxlength: 600 });
  private whole: Command[] | null = null;
  private at = -1;

  constructor(private app: App) {}

  draw(): void {
    const isOpen = this.root.open || this.steps().length > 0;
    const steps = this.steps();
    const told = this.at >= 0 ? steps[this.at] : undefined;
    this.root.replaceChildren(
      el("summary", {}, steps.length ? `Story (${steps.length} ${steps.length === 1 ? "step" : "steps"})` : "Tell a story"),
      told ? el("p", { class: "told" }, told.args[0] ?? "") : "",
      steps.length ? el("p", { class: "row" },
        button("Previous step", () => void this.go(this.at - 1), this.at > 0 ? {} : { disabled: true }),
        el("span", {}, this.at >= 0 ? `Step ${this.at + 1} of ${steps.length}` : `${steps.length} ${steps.length === 1 ? "step" : "steps"}`),
        button("Next step", () => void this.go(this.at + 1), this.at + 1 < steps.length ? {} : { disabled: true }),
        this.whole ? button("Leave the story", () => void this.leave(), { class: "plain" }) : null) : "",
      this.whole ? "" : el("p", {}, el("label", { for: "story-words" }, "Words for the view as it is now"), this.words,
        button("Add as a step", () => this.add())));
    this.root.open = isOpen;
  }

  private steps(): Command[] {
    return (this.whole ?? this.app.log.commands).filter(({ verb }) => verb === "say");
  }

  private add(): void {
    const text = this.words.value.trim();
    if (!text) return;
    this.words.value = "";
    void this.app.run(command("say", text)).then(() => this.app.say("Step added. The address of the view has the whole story."));
  }

  private async go(at: number): Promise<void> {
    this.whole ??= [...this.app.log.commands];
    this.at = at;
    const ends = this.whole.flatMap(({ verb }, place) => (verb === "say" ? [place] : []));
    await this.app.open(this.whole.slice(0, (ends[at] ?? 0) + 1));
    this.draw();
    this.app.say(this.steps()[at]?.args[0] ?? "");
  }

  private async leave(): Promise<void> {
    const whole = this.whole;
    this.whole = null;
    this.at = -1;
    if (whole) await this.app.open(whole);
    this.draw();
  }
}
