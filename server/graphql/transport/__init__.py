"""How operations come in and answers go out: HTTP, event streams, WebSocket.

`routes` has the addresses. `endpoint` is GraphQL over HTTP, `sse` and `websocket` are the two ways
to be told as it happens; both send what `operations` gives. `request` reads and checks what came,
`persisted` knows documents by their digest, `mutating` says who may change what, `front` is what
the front process keeps for all of them, and `published` answers with the schema.
"""
