"""For whoever runs the service: how it does, what it works on now, and what it writes down.

`health` and `metrics` are for machines that watch it, `queries` lists and ends what runs, `logs`
is the form of the log, `ending` how the service stops.
"""
