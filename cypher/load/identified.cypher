// What some ids lead to, with what tells papers and people apart: name or title, year, first name of the byline, all ids.
// mode: read
// param ids: list of string
// returns: at, node, kind, name, year, first, identifiers
UNWIND $ids AS at
MATCH (:Identifier {id: at})-[:IDENTIFIES]->(n)
RETURN at, n.id AS node,
  CASE WHEN n:Paper THEN 'Paper' WHEN n:Person THEN 'Person' WHEN n:Institution THEN 'Institution' ELSE 'Topic' END AS kind,
  coalesce(n.title, n.name, '') AS name, n.year AS year, n.byline[0] AS first,
  COLLECT { MATCH (i:Identifier)-[:IDENTIFIES]->(n) RETURN [i.id, i.source] ORDER BY i.id } AS identifiers
ORDER BY at
