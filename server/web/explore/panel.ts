/** What is known of the chosen thing or link: facts, evidence in place, neighbours, more of it. */

import type { App } from "./app.ts";
import { command } from "./app.ts";
import { Failed, type Evidence } from "./ask.ts";
import { button, el, keep, link, page } from "./dom.ts";
import { look } from "./shapes.ts";
import { dayed, neighbours, period, standing } from "./state.ts";
import type { Edge, LinkKind } from "./types.ts";

const FIRST = 20;
const short = (text: string) => (text.length > 64 ? `${text.slice(0, 63).trimEnd()}…` : text);

export class Panel {
  readonly root = el("section", { class: "panel", "aria-labelledby": "panel-name" });
  private asked = 0;
  /** The thing that is told of, to which Escape goes back. */
  private of = "";

  constructor(private app: App) {
    this.root.addEventListener("keydown", ({ key }) => {
      if (key === "Escape" && this.of) this.app.reach(this.of);
    });
  }

  /** Show what was chosen; `opens` puts the focus on the offers to add more of a thing. */
  async show(at: string[], opens = false): Promise<void> {
    this.asked += 1;
    this.of = at[0] ?? "";
    const back = keep(this.root);
    this.root.classList.toggle("none", !at.length);
    if (!at.length) this.root.replaceChildren(...this.empty());
    else if (at.length === 1) await this.thing(at[0]!, opens);
    else await this.link(at[0]!, at[1]!);
    back();
  }

  private empty(): HTMLElement[] {
    const steps = this.app.view.steps.filter(({ added, of, remark }) => remark || added < of);
    return [
      el("h2", { id: "panel-name" }, "Nothing chosen"),
      el("p", { class: "quiet" }, "Choose a thing or a line to read what is known of it, who says so and where."),
      ...steps.map((step) => el("p", { class: "note" }, `${step.added < step.of ? `${step.added.toLocaleString("en")} of ${step.of.toLocaleString("en")} were added. ` : ""}${step.remark}`)),
    ];
  }

  private async thing(id: string, opens: boolean): Promise<void> {
    const thing = this.app.things.get(id);
    if (!thing) return;
    const now = this.asked;
    const more = el("section", { class: "more", "aria-label": "More of it" }, el("p", { class: "quiet waiting" }, "Looking for more …"));
    const known = el("div", {}, el("p", { class: "quiet" }, "Looking for evidence …"));
    this.root.replaceChildren(
      el("p", { class: "kind" }, thing.type || look(thing.kind).words),
      el("h2", { id: "panel-name", tabindex: -1 }, thing.label),
      el("p", { class: "when" }, period(thing)),
      el("p", { class: "row" },
        button("Take out", () => this.app.drop(id), { class: "plain" }),
        button("Show in the picture", () => this.app.reach(id), { class: "plain" }),
        link("Its page", page(id))),
      more, this.near(id), known);
    await Promise.all([
      this.told(id).then((parts) => now === this.asked && known.replaceChildren(...parts)),
      this.offers(id).then((parts) => {
        if (now !== this.asked) return;
        more.replaceChildren(...parts);
        if (opens) more.querySelector<HTMLElement>("button, input")?.focus();
      }),
    ]).catch((error: unknown) => this.failed(error));
  }

  private near(id: string): HTMLElement {
    const found = neighbours(this.app.drawn.lines, id);
    const items = found.map(({ id: other, line, words }) => {
      const told = standing(line.key, this.app.drawn);
      return el("li", this.app.drawn.past.has(line.key) ? { class: "past" } : {},
        button(words, () => this.app.choose([id, other]), { class: "plain words", "aria-label": `${words} ${this.app.things.get(other)?.label ?? other}: evidence` }), " ",
        button(this.app.things.get(other)?.label ?? other, () => this.app.choose([other]), { class: "plain" }),
        told ? el("span", { class: "quiet" }, ` (${told})`) : null);
    });
    return el("section", { "aria-label": "Neighbours shown" },
      el("h3", {}, `Neighbours shown (${found.length} of ${this.app.things.get(id)?.links ?? found.length})`),
      items.length ? el("ul", { class: "near" }, ...items) : el("p", { class: "quiet" }, "None yet."));
  }

  private async offers(id: string): Promise<HTMLElement[]> {
    const { on, by } = this.app.state;
    const kinds = await this.app.ask.links(id, on, by);
    const most = el("input", { id: "most", type: "number", min: 1, max: 500, value: FIRST });
    const rows = kinds.map((kind) => this.offer(id, kind, most));
    if (!rows.length) return [el("p", { class: "quiet" }, "Nothing else is joined to it.")];
    return [
      el("h3", {}, "More of it"),
      el("p", { class: "row" }, el("label", { for: "most" }, "At most"), most, el("span", { class: "quiet" }, "at once")),
      el("ul", { class: "offers" }, ...rows),
    ];
  }

  private offer(id: string, kind: LinkKind, most: HTMLInputElement): HTMLElement {
    const shown = neighbours(this.app.drawn.lines, id).filter(({ line }) =>
      line.edges.some((edge) => edge.term === kind.term && (kind.way === "both" || (edge.source === id) === (kind.way === "out")))).length;
    const rest = kind.count - shown;
    const told = kind.now < kind.count && (this.app.state.on || this.app.state.by) ? `, ${kind.now} of the day` : "";
    const add = () => {
      const count = Math.max(1, Math.min(500, Number(most.value) || FIRST)) + shown;
      void this.app.run(command("more", id, kind.term, kind.way, String(Math.min(count, 2000))));
    };
    return el("li", {},
      button(kind.label, add, { ...(rest <= 0 ? { disabled: true } : {}), "aria-label": `Add what it ${kind.label}: ${kind.kinds.join(", ")}` }),
      el("span", { class: "quiet" }, ` ${shown} of ${kind.count} shown${told} · ${kind.kinds.join(", ").toLowerCase()}`));
  }

  private async link(here: string, there: string): Promise<void> {
    const line = this.app.drawn.lines.find((each) => [here, there].every((id) => id === each.here || id === each.there));
    const now = this.asked;
    const name = (id: string) => short(this.app.things.get(id)?.label ?? id);
    const places = (line?.edges ?? []).map((edge) => this.edge(edge, name));
    this.root.replaceChildren(
      el("p", { class: "kind" }, places.length === 1 ? "Link" : `${places.length} links`),
      el("h2", { id: "panel-name", tabindex: -1 }, `${name(here)} and ${name(there)}`),
      el("p", { class: "row" }, ...[here, there].map((id) => button(name(id), () => this.app.choose([id]), { class: "plain" }))),
      ...places.map(({ root }) => root));
    await Promise.all((line?.edges ?? []).slice(0, 8).map(async (edge, number) => {
      const parts = await this.told(edge.owner, false);
      if (now === this.asked) places[number]!.evidence.replaceChildren(...parts);
    })).catch((error: unknown) => this.failed(error));
  }

  private edge(edge: Edge, name: (id: string) => string): { root: HTMLElement; evidence: HTMLElement } {
    const evidence = el("div", {});
    const when = [period(edge), edge.known && `known by ${dayed(edge.known)}`].filter(Boolean).join(" · ");
    const root = el("section", { class: "edge" },
      el("p", {}, name(edge.source), " ", el("strong", {}, edge.words), " ", name(edge.target)),
      el("p", { class: "when small" }, when, " ", link("This link’s page", page(edge.owner))), evidence);
    return { root, evidence };
  }

  private async told(id: string, withFacts = true): Promise<HTMLElement[]> {
    const found = await this.app.ask.evidence(id);
    const facts = withFacts && found.facts.length ? [el("details", {}, el("summary", {}, `What is known (${found.facts.length})`), this.facts(found))] : [];
    return [...facts, ...this.evidence(found)];
  }

  private facts(found: Evidence): HTMLElement {
    const rows = found.facts.map(({ label, values, more }) =>
      el("div", {}, el("dt", {}, label), el("dd", {},
        ...values.flatMap(({ text, href }, number) => [number ? "; " : "", href ? link(text, href) : text]), more ? ` and ${more} more` : "")));
    return el("dl", { class: "facts" }, ...rows);
  }

  private evidence({ evidence, address }: Evidence): HTMLElement[] {
    const items = evidence.map((piece) => {
      const words = piece.passage
        ? el("blockquote", { class: "passage" }, piece.passage.before, el("mark", {}, piece.passage.words), piece.passage.after)
        : piece.words ? el("p", {}, el("q", {}, piece.words)) : null;
      const cite = [piece.document, piece.issued, piece.place].filter(Boolean).join(", ");
      return el("li", {},
        el("p", {}, el("cite", {}, link(piece.document, piece.href)), piece.issued && `, ${piece.issued}`, piece.place && ", ", piece.place && link(piece.place, piece.itself)),
        words,
        el("p", { class: "row small" },
          piece.address ? link("at its publisher", piece.address) : null,
          button("Copy citation", () => void copied(this.app, `${cite}. ${location.origin}${address} (coterminous, release ${this.app.release}).`), { class: "plain" })));
    });
    if (!items.length) return [el("p", { class: "quiet" }, "No evidence of its own: its links have theirs.")];
    return [el("h3", {}, `Evidence (${items.length})`), el("ol", { class: "evidence" }, ...items)];
  }

  private failed(error: unknown): void {
    const { message, hint } = error instanceof Failed ? error : { message: "Something went wrong.", hint: String(error) };
    this.root.append(el("p", { class: "note", role: "alert" }, [message, hint].filter(Boolean).join(" ")));
  }
}

export async function copied(app: App, text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    app.say("Copied.");
  } catch {
    app.say(text);
  }
}
