// Shows a body in two components with Relay, and loads a connection of one page by page, either way.
import * as relay from "relay-runtime";
import { json } from "node:stream/consumers";
import { pathToFileURL } from "node:url";

const { Environment, Network, RecordSource, Store, createOperationDescriptor, fetchQuery } =
  relay.default ?? relay;
const { getRefetchMetadata, getSelector, getPaginationVariables, getPaginationMetadata } =
  relay.default ?? relay;
const { url, artifacts, id, module, way } = await json(process.stdin);
const isForward = way === "forward";
const artifact = async (name) =>
  (await import(pathToFileURL(`${artifacts}/${name}.graphql.js`))).default;

const network = Network.create(async (request, variables) => {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: request.text, variables }),
  });
  return response.json();
});
const environment = new Environment({ network, store: new Store(new RecordSource()) });

const page = await artifact(`${module}Query`);
const list = await artifact(`${module}_parts`);
const begin = { id, [isForward ? "first" : "last"]: 4 };
await fetchQuery(environment, page, begin).toPromise();
const shown = environment.lookup(createOperationDescriptor(page, begin).fragment).data;
const selector = getSelector(list, shown.organisation);
const seen = () => environment.lookup(selector).data.ancestor;

const { fragmentRefPathInResponse, refetchableRequest } = getRefetchMetadata(list, "usePagination");
const { paginationMetadata, connectionPathInFragmentData } = getPaginationMetadata(list, "usePagination");
const counts = [seen().edges.length];
const isMore = () => seen().pageInfo[isForward ? "hasNextPage" : "hasPreviousPage"];
while (isMore()) {
  const cursor = seen().pageInfo[isForward ? "endCursor" : "startCursor"];
  const next = getPaginationVariables(way, 4, cursor, selector.variables, {}, paginationMetadata);
  const asked = { ...next, id: shown.organisation.id ?? id };
  await fetchQuery(environment, refetchableRequest, asked).toPromise();
  counts.push(seen().edges.length);
}
console.log(
  JSON.stringify({
    counts,
    path: [fragmentRefPathInResponse, connectionPathInFragmentData],
    labels: seen().edges.map((each) => each.node.label),
  }),
);
