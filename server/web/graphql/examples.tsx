/** The questions of the library, as the page lists them; one is taken into the editors by a click. */

import { useGraphiQL, type GraphiQLPlugin } from "@graphiql/react";

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
  const take = (link: HTMLAnchorElement): void => {
    const told = new URL(link.href).searchParams;
    queries?.setValue(told.get("query") ?? "");
    variables?.setValue(told.get("variables") ?? "{}");
    queries?.focus();
  };
  return (
    <section className="our-panel">
      <h2>Begin with</h2>
      {themes().map(({ title, links }) => (
        <section key={title}>
          <h3>{title}</h3>
          <ul>
            {links.map((link) => (
              <li key={link.href}>
                <button type="button" title={link.title} onClick={() => take(link)}>
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
