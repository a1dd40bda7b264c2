// Asks the operations of standard input with Apollo Client and its normalising cache.
import { ApolloClient, HttpLink, InMemoryCache, gql } from "@apollo/client";
import { json } from "node:stream/consumers";

const { url, operations, possibleTypes } = await json(process.stdin);
const client = new ApolloClient({
  link: new HttpLink({ uri: url }),
  cache: new InMemoryCache({ possibleTypes }),
});

const answers = [];
for (const { document, variables } of operations) {
  const query = gql(document);
  const asked = await client.query({ query, variables });
  const kept = await client.query({ query, variables, fetchPolicy: "cache-only" });
  answers.push({ asked: asked.data, kept: kept.data });
}
console.log(JSON.stringify(answers));
