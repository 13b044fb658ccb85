// Things whose names or titles match a full-text query: of each index the best matches, and the best known ones.
// A record that was joined to another stands for the person that is kept, whom its names find beside their own.
// mode: read
// param indexes: list of string
// param lucene: string
// param candidates: int
// param kept: int
// returns: id, kind, label, names, known, first_year, last_year, year, venue, scheme, country
// why: a short prefix matches thousands; `candidates` bounds what is looked at in each index, `kept` what is sent
UNWIND $indexes AS index
CALL (index) {
  CALL db.index.fulltext.queryNodes(index, $lucene, {limit: $candidates}) YIELD node
  WITH collect(node) AS found
  CALL (found) {
    UNWIND found[..$kept] AS node
    RETURN node
    UNION
    UNWIND found AS node
    WITH node
    ORDER BY coalesce(node.works, node.citations_graph, node.papers, node.people, 0) DESC, node.id
    LIMIT $kept
    RETURN node
  }
  RETURN node
}
OPTIONAL MATCH (:Identifier {id: CASE WHEN node:Alias THEN node.id END})-[:IDENTIFIES]->(k:Person)
WITH coalesce(k, node) AS node, CASE WHEN node:Alias THEN [node.name] + coalesce(node.names, []) ELSE [] END AS others
WHERE NOT node:Alias AND node.id IS NOT NULL
RETURN node.id AS id,
       head([label IN labels(node) WHERE label IN ['Person', 'Paper', 'Topic', 'Institution']]) AS kind,
       coalesce(node.name, node.title, node.id) AS label,
       coalesce(node.names, []) + others AS names,
       coalesce(node.works, node.citations_graph, node.papers, node.people, 0) AS known,
       node.first_year AS first_year, node.last_year AS last_year, node.year AS year,
       node.venue AS venue, node.scheme AS scheme, node.country AS country
