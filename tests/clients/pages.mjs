// Shows a body in two components with Relay, and loads a connection of one page by page.
import * as relay from "relay-runtime";
import { json } from "node:stream/consumers";
import { pathToFileURL } from "node:url";

const { Environment, Network, RecordSource, Store, createOperationDescriptor, fetchQuery } =
  relay.default ?? relay;
const { getRefetchMetadata, getSelector, getPaginationVariables, getPaginationMetadata } =
  relay.default ?? relay;
const { url, artifacts, id } = await json(process.stdin);
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

const page = await artifact("PagesQuery");
const list = await artifact("Pages_parts");
await fetchQuery(environment, page, { id, first: 4 }).toPromise();
const shown = environment.lookup(createOperationDescriptor(page, { id, first: 4 }).fragment).data;
const selector = getSelector(list, shown.organisation);
const seen = () => environment.lookup(selector).data.ancestor;

const { fragmentRefPathInResponse, refetchableRequest } = getRefetchMetadata(list, "usePagination");
const { paginationMetadata, connectionPathInFragmentData } = getPaginationMetadata(list, "usePagination");
const counts = [seen().edges.length];
while (seen().pageInfo.hasNextPage) {
  const { endCursor } = seen().pageInfo;
  const next = getPaginationVariables(
    "forward", 4, endCursor, selector.variables, {}, paginationMetadata,
  );
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
