"""The processes that answer, from within and as the front sees them.

`worker` is the loop of a reader, `zygote` the clean process that readers are forked from, and
`isolate` what both give up before they read what strangers wrote. The front begins a zygote with
`spawn`, before all else; it has `zygotes`, each with its `forks`, and of a release the `crew`, a
`wire` to each of them.
"""
