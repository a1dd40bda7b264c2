/** The questions of the library, as the page lists them; one is taken into the editors by a click. */

import { useGraphiQL, type GraphiQLPlugin } from "@graphiql/react";
import { useEffect, useState } from "react";

interface Theme {
  readonly title: string;
  readonly links: readonly HTMLAnchorElement[];
}

function themes(): Theme[] {
  return [...document.querySelectorAll("nav.examples details")].map((theme) => ({
    title: theme.querySelector("summary")?.textContent ?? "",
    links: [...theme.querySelectorAll("a")],
  }));
}

function Examples() {
  const queries = useGraphiQL((state) => state.queryEditor);
  const variables = useGraphiQL((state) => state.variableEditor);
  const [chosen, choose] = useState<HTMLAnchorElement>();
  useEffect(() => {
    if (!chosen || !queries || !variables) return; // The editors come later than this list does.
    const told = new URL(chosen.href).searchParams;
    queries.setValue(told.get("query") ?? "");
    variables.setValue(told.get("variables") ?? "{}");
    queries.focus();
    choose(undefined);
  }, [chosen, queries, variables]);
  return (
    <section className="our-panel">
      <h2>Begin with</h2>
      {themes().map(({ title, links }) => (
        <section key={title}>
          <h3>{title}</h3>
          <ul>
            {links.map((link) => (
              <li key={link.href}>
                <button type="button" title={link.title} onClick={() => choose(link)}>
                  {link.textContent}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function Icon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M5 5h14M5 12h14M5 19h9" />
    </svg>
  );
}

export const examples: GraphiQLPlugin = { title: "Examples", icon: Icon, content: Examples };
