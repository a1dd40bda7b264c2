"""For whoever runs the service: how it does, what it works on now, and what it writes down.

`routes` are the addresses. `health` and `metrics` are for machines that watch it, `queries` lists
and ends what runs, `logs` is the form of the log, `ending` how the service stops, `notify` what a
service manager is told. `table` has every metric, `exposition` is their format, `alerts` and
`dashboard` are made of it, `recipes` has what it is run by; `engines` tells how the endpoints of
an engine do, and `spans` the way of a request (OpenTelemetry).
"""
