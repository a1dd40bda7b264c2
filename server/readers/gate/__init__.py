"""What each request passes before a reader is asked.

`watch` numbers, counts and logs it, at one of the `doors`; `cache` has answers that were given
before, on a `shelf` of so many bytes.
"""
