// Asks and updates with Comunica, as its documentation has it done.
import { QueryEngine } from "@comunica/query-sparql";
import { readFileSync } from "node:fs";

const told = JSON.parse(readFileSync(0, "utf8"));
const engine = new QueryEngine();
const sources = [{ type: "sparql", value: told.query }];
const fetched = (place, given = {}) =>
  fetch(place, { ...given, headers: withToken(given.headers) });

function withToken(given) {
  const headers = new Headers(given);
  headers.set("authorization", `Bearer ${told.token}`);
  return headers;
}

await engine.queryVoid(told.insert, {
  sources,
  destination: { type: "sparql", value: told.update },
  fetch: fetched,
});
const rows = await (await engine.queryBindings(told.select, { sources })).toArray();
const triples = await (await engine.queryQuads(told.construct, { sources })).toArray();
const truth = await engine.queryBoolean(told.ask, { sources });
console.log(
  JSON.stringify({
    select: rows.map((row) => row.get("o").value).sort(),
    construct: triples.map((each) => each.object.value).sort(),
    ask: truth,
  }),
);
process.exit(0);
