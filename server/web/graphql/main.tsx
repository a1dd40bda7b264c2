/** GraphiQL in the place of the plain form, with our questions as examples and a panel that explains. */

import "@graphiql/react/setup-workers/vite";
import { HISTORY_PLUGIN } from "@graphiql/plugin-history";
import { GraphiQL } from "graphiql";
import { createRoot } from "react-dom/client";
// The parts of its style but for its fonts, which come as data URLs; the site's are used.
import "@graphiql/react/style.css";
import "@graphiql/plugin-doc-explorer/style.css";
import "@graphiql/plugin-history/style.css";
import "graphiql/graphiql.css";

import { examples } from "./examples.tsx";
import { explain } from "./explain.tsx";
import { asking } from "./asking.ts";
import "./graphql.css";

const PLUGINS = [HISTORY_PLUGIN, examples, explain];

function start(form: HTMLFormElement): void {
  const text = (name: string): string => form.querySelector<HTMLTextAreaElement>(`[name=${name}]`)?.value ?? "";
  const isAsked = new URLSearchParams(location.search).has("query");
  const given = { query: text("query"), variables: text("variables") };
  const place = document.createElement("div");
  place.className = "graphiql-place";
  form.closest(".editor")?.before(place);
  document.documentElement.classList.add("has-graphiql");
  const first = isAsked
    ? { initialQuery: given.query, initialVariables: given.variables }
    : { defaultQuery: given.query };
  createRoot(place).render(
    <GraphiQL
      fetcher={asking(form.getAttribute("action")!)}
      plugins={PLUGINS}
      shouldPersistHeaders={false}
      isHeadersEditorEnabled={false}
      defaultEditorToolsVisibility="variables"
      {...first}
    >
      <GraphiQL.Logo>
        <span />
      </GraphiQL.Logo>
    </GraphiQL>,
  );
}

const form = document.querySelector<HTMLFormElement>("form[data-island=graphql]");
if (form) start(form);
