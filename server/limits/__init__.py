"""What strangers may not do, one law a file: `body`, `headers`, `slow`, `sparql`, `graphql`."""
