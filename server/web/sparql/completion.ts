/** What may be written next: classes and properties that the data has (VoID), and its prefixes. */

import Yasqe from "@zazuko/yasqe";

import type { Prefixes } from "./terms.ts";

const VOID = "http://rdfs.org/ns/void#";

type Part = Record<string, { "@id"?: string; "@value"?: string }[] | undefined>;

interface Uses {
  /** How often each class or property is used, by its IRI. */
  readonly class: Map<string, number>;
  readonly property: Map<string, number>;
}

let uses: Promise<Uses> | undefined;

/** The editor's completers become those of this service; none of them asks any other. */
export function complete(prefixes: Prefixes): void {
  Yasqe.defaults.autocompleters.splice(0);
  const bulk = { bulk: false, persistenceId: null, autoShow: false } as const;
  for (const kind of ["class", "property"] as const) {
    Yasqe.forkAutocompleter(kind, {
      ...bulk,
      name: `our-${kind}`,
      get: async (_, token) => {
        const known = (await (uses ??= used()))[kind];
        const begun = (token?.autocompletionString ?? "").toLowerCase();
        return [...known.keys()].filter((each) => matches(each, begun));
      },
    });
  }
  Yasqe.Autocompleters["our-prefixes"] = {
    ...Yasqe.Autocompleters["prefixes"]!,
    name: "our-prefixes",
    persistenceId: null,
    get: () => Object.entries(prefixes).map(([name, space]) => `${name}: <${space}>`),
  };
  Yasqe.defaults.autocompleters.push("variables", "our-prefixes", "our-class", "our-property");
}

/** Whether a term begins so, or its last name does. */
function matches(iri: string, begun: string): boolean {
  const whole = iri.toLowerCase();
  return whole.startsWith(begun) || (whole.split(/[/#]/).at(-1) ?? "").startsWith(begun);
}

async function used(): Promise<Uses> {
  const response = await fetch("/void", { headers: { accept: "application/ld+json" } });
  const parts = response.ok ? ((await response.json()) as Part[]) : [];
  return { class: counted(parts, "class", "entities"), property: counted(parts, "property", "triples") };
}

/** The terms of a sort, the most used first. */
function counted(parts: readonly Part[], sort: string, count: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const part of parts) {
    const iri = part[VOID + sort]?.[0]?.["@id"];
    const uses = Number(part[VOID + count]?.[0]?.["@value"] ?? 0);
    if (iri) found.set(iri, Math.max(uses, found.get(iri) ?? 0));
  }
  return new Map([...found].sort(([, one], [, other]) => other - one));
}
