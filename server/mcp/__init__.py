"""The graph for assistants: the Model Context Protocol over stdin and stdout, or over HTTP.

`tools` is the table of what may be asked, `arguments` checks what was sent, `asking` has a reader
answer it, `page` cuts what is long. `answer` runs in readers. `service` puts this behind the
official SDK, `transports` serves it, `unread` answers what cannot be read. Nothing here writes,
and only these three load the SDK.
"""
