// Takes the ids back that the source gave; one goes with its last source.
// An id under which another source sent the same thing before is that source's again, as a record not read yet.
// mode: write
// param source: string
// returns: rows
MATCH (i:Identifier)-[f:IDENTIFIES]->(n)
WHERE $source IN f.sources
CALL (i, f, n) {
  WITH i, f, n, [each IN f.sources WHERE each <> $source] AS others,
    COLLECT { MATCH (n)<-[:IDENTIFIES]-(o:Identifier) WHERE o.source IS NOT NULL RETURN o.source } AS senders
  WITH i, f, n, others, [each IN others WHERE NOT each IN senders] AS before
  SET n:Stale, f.sources = others
  FOREACH (_ IN CASE WHEN i.source = $source THEN [1] ELSE [] END |
    SET i = CASE WHEN size(before) = 0 THEN {id: i.id} ELSE {id: i.id, source: before[0], hash: ''} END
  )
  FOREACH (_ IN CASE WHEN size(others) = 0 THEN [1] ELSE [] END | DELETE f)
} IN TRANSACTIONS OF 2000 ROWS
RETURN count(*) AS rows
