import { graphql } from "relay-runtime";

export const page = graphql`
  query PagesQuery($id: ID!, $first: Int!) {
    organisation(id: $id) {
      id
      ...Pages_parts @arguments(first: $first)
    }
  }
`;

export const parts = graphql`
  fragment Pages_parts on Organisation
  @argumentDefinitions(first: { type: "Int", defaultValue: 4 }, after: { type: "String" })
  @refetchable(queryName: "PagesPartsQuery") {
    label
    ancestor(first: $first, after: $after) @connection(key: "Pages_ancestor") {
      edges {
        node {
          id
          label
        }
      }
    }
  }
`;
