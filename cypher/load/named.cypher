// What a full-text index finds for some names or titles; of papers only those of the year that is asked for.
// mode: read
// param index: string
// param rows: list of map
// returns: at, node, kind, name, year, first, identifiers
// why: a short title of common words matches thousands; those that hold all of its words and little else come first
UNWIND $rows AS row
CALL (row) {
  CALL db.index.fulltext.queryNodes($index, row.lucene, {limit: 50}) YIELD node
  WHERE row.year IS NULL OR node.year = row.year
  RETURN node AS n
}
RETURN row.at AS at, n.id AS node, CASE WHEN n:Paper THEN 'Paper' ELSE 'Person' END AS kind,
  coalesce(n.title, n.name, '') AS name, n.year AS year, n.byline[0] AS first,
  COLLECT { MATCH (i:Identifier)-[:IDENTIFIES]->(n) RETURN [i.id, i.source] ORDER BY i.id } AS identifiers
ORDER BY at, node
