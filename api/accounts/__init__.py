"""Accounts: a relational store apart from the graph, so that no query of the graph can read what is private.

Routes get the present user by the dependencies of `api.accounts.who`: `visitor()`, `user()`, `moderator()`.
"""
