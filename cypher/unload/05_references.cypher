// Takes back what the source said that papers cite, that topics and institutions are part of, or where people are.
// mode: write
// param source: string
// returns: rows
MATCH (n)-[r:REFERS_TO {source: $source}]->(:Identifier)
CALL (n, r) {
  SET n:Stale
  DELETE r
} IN TRANSACTIONS OF 5000 ROWS
RETURN count(*) AS rows
