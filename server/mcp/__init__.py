"""The graph for assistants: the Model Context Protocol over stdin and stdout, or over HTTP.

`tools` is the table of what may be asked, `schemas` what its parameters are made of; `arguments`
checks what was sent, `asking` has a reader answer it, `page` cuts what is long, `wording` says what
is wrong as an assistant can mend it. `answer` runs in readers. `service` puts this behind the
official SDK, `transports` serves it, `unread` answers what cannot be read; only these three load
the SDK. `guard` says who may ask over HTTP. Nothing here writes.
"""
