// Asks the operations of standard input with Relay, as its compiler has written them.
import * as relay from "relay-runtime";
import { json } from "node:stream/consumers";
import { pathToFileURL } from "node:url";

const { Environment, Network, RecordSource, Store, createOperationDescriptor, fetchQuery } =
  relay.default ?? relay;
const { url, operations, artifacts } = await json(process.stdin);

async function fetched(request, variables) {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: request.text, variables }),
  });
  return response.json();
}

const answers = [];
for (const { name, variables } of operations) {
  const store = new Store(new RecordSource());
  const environment = new Environment({ network: Network.create(fetched), store });
  const { default: query } = await import(pathToFileURL(`${artifacts}/${name}.graphql.js`));
  const asked = await fetchQuery(environment, query, variables).toPromise();
  const kept = environment.lookup(createOperationDescriptor(query, variables).fragment).data;
  answers.push({ asked, kept });
}
console.log(JSON.stringify(answers));
