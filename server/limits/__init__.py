"""What strangers may not do, one law a file: `body`, `headers`, `slow`, `sparql`, `graphql`.

`connection` is uvicorn's with limits of ours, and `together` how it sends a response.
"""
