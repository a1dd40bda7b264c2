// Asks with our own client; written as a user would, so that its types are tried as well.
import { json } from "node:stream/consumers";
import { AnswerError, Coterminous } from "./client.ts";
import {
  ClientsAnythingQueryDocument as Anything,
  ClientsBodyQueryDocument as Body,
  ClientsListQueryDocument as List,
  ClientsNothingQueryDocument as Nothing,
} from "./generated/graphql.ts";

const { url, code, send } = (await json(process.stdin)) as {
  url: string;
  code: string;
  send: "digest" | "trusted" | "text";
};
const sent: string[] = [];
const graph = new Coterminous(url, {
  send,
  fetch: (address, init) => {
    sent.push(`${init?.method}${String(init?.body ?? "").includes('"query"') ? " with text" : ""}`);
    return fetch(address, init);
  },
});

const body = await graph.ask(Body, { code, asOf: "2021-01-01" });
const again = await graph.ask(Body, { code, asOf: "2016-01-01" });
const nothing = await graph.ask(Nothing);
const labels: (string | null | undefined)[] = [];
for await (const each of graph.all(
  List,
  { first: 40, asOf: "2021-03-31" },
  (data) => data.organisations,
)) {
  labels.push(each.label);
}

const gone = await failure(graph.ask(Nothing, {}, { release: "r0" }));
const wrong = await failure(graph.ask(Body, { code, asOf: "31 March" }));

export const unused = async () => {
  // @ts-expect-error - a variable that is required
  await graph.ask(Body, {});
  // @ts-expect-error - a variable of another type
  await graph.ask(Body, { code: 1 });
  // @ts-expect-error - a document without `after`
  graph.all(Anything, { id: "x" }, () => null);
  // @ts-expect-error - a field that is not asked for
  body.data.organisation?.population;
};

async function failure(asked: Promise<unknown>): Promise<object> {
  try {
    return { answered: await asked };
  } catch (error) {
    if (!(error instanceof AnswerError)) throw error;
    return { code: error.code, status: error.status, message: error.message };
  }
}

console.log(
  JSON.stringify({
    label: body.data.organisation?.label,
    again: again.data.organisation?.label ?? null,
    release: nothing.release === nothing.data.release?.name,
    labels,
    gone,
    wrong,
    sent,
  }),
);
