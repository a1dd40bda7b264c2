"""Releases handed on: offered to other machines, and had from another one.

`routes` offers those of this service at `/releases`. `fetching` is the process that keeps a store
folder like an origin's, `pulled` how it is seen from the front, and `begin` what a service does
first that makes no releases itself.
"""
