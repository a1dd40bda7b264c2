"""People and their posts.

`people` finds names of people (`person_words` has what stands beside one); `posts` says who holds
which post in which bodies, by `post_patterns` and `post_verbs` over the titles of `post_words`.
`post_reading` is one text so far read, `post_bodies` finds the bodies of a post, `post_asides`
posts in passing.
"""
