// Labels of one node that is not of the schema's own records; no row means that the database is empty.
// mode: read
// returns: labels
MATCH (n)
WHERE NOT n:Migration AND NOT n:Lock
RETURN labels(n) AS labels
LIMIT 1
