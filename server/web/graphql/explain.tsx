/** How an answer comes about: the queries that the graph is asked, what they gave, and in what scope. */

import { useGraphiQL, type GraphiQLPlugin } from "@graphiql/react";
import { useState } from "react";

import { ask } from "./asking.ts";

interface Told {
  readonly rows: number;
  readonly elapsedMs: number;
  readonly rowBound: number | null;
  readonly scope: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly asked: readonly Asked[];
}

interface Asked {
  readonly at: string;
  readonly sparql: string;
  readonly rows: number;
  readonly ms: number;
  readonly strategy: string;
}

function Explain() {
  const queries = useGraphiQL((state) => state.queryEditor);
  const variables = useGraphiQL((state) => state.variableEditor);
  const operationName = useGraphiQL((state) => state.operationName);
  const [told, tell] = useState<Told | string>("");
  const explain = async (): Promise<void> => {
    tell("Asking …");
    try {
      const address = document.querySelector("form[data-island=graphql]")!.getAttribute("action")!;
      const given = JSON.parse(variables?.getValue() || "{}") as unknown;
      const extensions = { kg: "explain" };
      const body = await ask(address, { query: queries?.getValue() ?? "", variables: given, operationName, extensions });
      tell(read(body));
    } catch (error) {
      tell(error instanceof SyntaxError ? "The variables are not JSON." : "The service cannot be reached.");
    }
  };
  return (
    <section className="our-panel">
      <h2>Explain</h2>
      <p>Runs the operation and tells each query that the graph was asked for it.</p>
      <button type="button" className="do" disabled={!queries} onClick={() => void explain()}>
        Explain this operation
      </button>
      <div role="status">{typeof told === "string" ? <p>{told}</p> : <Story told={told} />}</div>
    </section>
  );
}

function Story({ told }: { told: Told }) {
  return (
    <>
      <p>
        {told.asked.length} {told.asked.length === 1 ? "query" : "queries"}, {told.rows.toLocaleString("en")} rows
        {told.rowBound === null ? "" : ` of ${told.rowBound.toLocaleString("en")} at most`}, {told.elapsedMs} ms.
      </p>
      {Object.entries(told.scope).flatMap(([field, scope]) =>
        Object.entries(scope).map(([name, value]) => (
          <p key={`${field} ${name}`}>
            All below <code>{field}</code>: <code>{name}</code> {String(value)}
          </p>
        )),
      )}
      <ol>
        {told.asked.map((each, at) => (
          <li key={at}>
            <h3>{each.at}</h3>
            <p>
              {each.rows.toLocaleString("en")} rows in {each.ms} ms ({each.strategy}).{" "}
              <a href={`/query/sparql?${new URLSearchParams({ query: each.sparql })}`}>Open in SPARQL</a>
            </p>
            <details>
              <summary>The query</summary>
              <pre tabIndex={0}>{each.sparql}</pre>
            </details>
          </li>
        ))}
      </ol>
    </>
  );
}

function read(body: Record<string, unknown>): Told | string {
  const { kg } = (body["extensions"] ?? {}) as { kg?: Told };
  if (kg?.asked) return kg;
  const [error] = (body["errors"] ?? []) as { message: string }[];
  return error?.message ?? "Nothing was told.";
}

function Icon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <circle cx="12" cy="12" r="9" />
      <path d="M12 11v6M12 7v.5" />
    </svg>
  );
}

export const explain: GraphiQLPlugin = { title: "Explain", icon: Icon, content: Explain };
