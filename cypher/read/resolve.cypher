// The node that an identifier leads to, tried in the order given; also says whether one is only a reference so far.
// mode: read
// param ids: list of string
// returns: id, kind, label
UNWIND range(0, size($ids) - 1) AS place
MATCH (i:Identifier {id: $ids[place]})
OPTIONAL MATCH (i)-[:IDENTIFIES]->(n)
RETURN n.id AS id,
       head([label IN labels(n) WHERE label IN ['Person', 'Paper', 'Topic', 'Institution']]) AS kind,
       coalesce(n.name, n.title, n.id) AS label
ORDER BY n IS NULL, place
LIMIT 1
