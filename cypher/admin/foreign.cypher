// Labels in a database that BZPEER did not write: one node is enough to refuse it.
// mode: read
// returns: labels
MATCH (n)
WHERE NOT n:Migration AND NOT n:Lock
RETURN labels(n) AS labels
LIMIT 1
