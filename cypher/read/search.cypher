// Things whose names or titles match a full-text query, with what is needed to order them.
// mode: read
// param indexes: list of string
// param lucene: string
// param candidates: int
// returns: id, kind, label, names, known, first_year, last_year, year, venue, scheme, country
// why: `candidates` bounds what a short prefix brings back from each index; exact words come first there
UNWIND $indexes AS index
CALL db.index.fulltext.queryNodes(index, $lucene, {limit: $candidates}) YIELD node
RETURN node.id AS id,
       head([label IN labels(node) WHERE label IN ['Person', 'Paper', 'Topic', 'Institution']]) AS kind,
       coalesce(node.name, node.title, node.id) AS label,
       coalesce(node.names, []) AS names,
       coalesce(node.works, node.citations_graph, node.papers, node.people, 0) AS known,
       node.first_year AS first_year, node.last_year AS last_year, node.year AS year,
       node.venue AS venue, node.scheme AS scheme, node.country AS country
