/** How operations are sent: one POST each, to the release that the page was asked for. */

import type { Fetcher } from "@graphiql/toolkit";

export interface Asked {
  readonly query: string;
  readonly variables?: unknown;
  readonly operationName?: string | null | undefined;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** The response to an operation, as JSON; errors are in it. */
export async function ask(address: string, asked: Asked): Promise<Record<string, unknown>> {
  const release = new URLSearchParams(location.search).get("release");
  const response = await fetch(release ? `${address}?${new URLSearchParams({ release })}` : address, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/graphql-response+json, application/json;q=0.9" },
    body: JSON.stringify(asked),
  });
  return (await response.json()) as Record<string, unknown>;
}

/** What GraphiQL sends its operations by. */
export function asking(address: string): Fetcher {
  return (asked) => ask(address, asked) as ReturnType<Fetcher>;
}
