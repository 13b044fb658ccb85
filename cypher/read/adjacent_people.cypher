// Other works of the given people, newest first by the weight of who wrote them.
// mode: read
// param own: list of string
// param people: list of map
// param limit: int
// returns: id, year, count, inferred, through
// why: the caller names at most some twenty people, whose works are hundreds each at most.
OPTIONAL MATCH (d:Dataset {id: 'dataset'})
WITH coalesce(d.latest_year, 2000) AS latest
UNWIND $people AS each
MATCH (q:Person {id: each.id})-[:AUTHORED]->(x:Paper)
WHERE NOT x.id IN $own
WITH x, q, each.share * 2.0 ^ ((coalesce(x.year, latest - 100) - latest) / 2.0) AS share ORDER BY share DESC, q.id
WITH x, count(*) AS count, collect(q)[..3] AS through, sum(share) AS weight
ORDER BY weight DESC, coalesce(x.citations_graph, 0) DESC, x.id LIMIT $limit
RETURN x.id AS id, x.year AS year, count, false AS inferred,
       [q IN through | {id: q.id, label: coalesce(q.name, q.id)}] AS through
