// Asks the operations of standard input with urql, by digest first, as automatic persisted queries.
import { Client, cacheExchange, fetchExchange } from "@urql/core";
import { persistedExchange } from "@urql/exchange-persisted";
import { json } from "node:stream/consumers";

const { url, operations } = await json(process.stdin);
const client = new Client({
  url,
  exchanges: [
    cacheExchange,
    persistedExchange({ preferGetForPersistedQueries: true, enableForMutation: false }),
    fetchExchange,
  ],
});

const answers = [];
for (const { document, variables } of operations) {
  const asked = await client.query(document, variables).toPromise();
  const kept = await client.query(document, variables, { requestPolicy: "cache-only" }).toPromise();
  if (asked.error) throw asked.error;
  answers.push({ asked: asked.data, kept: kept.data });
}
console.log(JSON.stringify(answers));
