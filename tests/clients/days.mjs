// Asks a body's list on two days with Apollo Client, and reads the first answer from the cache again.
import { ApolloClient, HttpLink, InMemoryCache, gql } from "@apollo/client";
import { json } from "node:stream/consumers";

const { url, document, days } = await json(process.stdin);
const client = new ApolloClient({ link: new HttpLink({ uri: url }), cache: new InMemoryCache() });
const query = gql(document);

const asked = [];
for (const asOf of days) asked.push((await client.query({ query, variables: { asOf } })).data);
const kept = [];
for (const asOf of days) {
  kept.push((await client.query({ query, variables: { asOf }, fetchPolicy: "cache-only" })).data);
}
console.log(JSON.stringify({ asked, kept }));
