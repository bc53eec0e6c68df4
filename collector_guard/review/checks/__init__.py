"""The checks of a flow that is read without a mistake: each module here is one, and is found by being here.

Its function `problems` takes a case and yields what is wrong; the kinds of these problems stand above it, each with
its sentences. What a check proves with is in `proof`, and what is looked at in texts alone in `shape`.
"""
