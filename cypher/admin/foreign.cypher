// Labels of one node that is not of the schema's own records; no row means that the database is empty.
// mode: read
// returns: labels
MATCH (n)
WHERE NOT (n:Migration AND n.name STARTS WITH 'schema/') AND NOT (n:Lock AND n.id IN ['schema', 'load'])
RETURN labels(n) AS labels
LIMIT 1
