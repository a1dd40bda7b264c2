"""The questions: what can be asked, each a `.rq` and its `.graphql` twin."""
