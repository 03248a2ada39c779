"""Drafting: a new article becomes drafts of actors, events, agreements, figures and statements, for a person to review.

No model and no network: word lists and rules. `drafting.draft` is the way in; `outside` adds the drafts of a command.
"""
