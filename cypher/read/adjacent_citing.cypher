// Works that are cited together with the given works (co-citation), by the number of works that cite both.
// mode: read
// param own: list of string
// param base: list of string
// param limit: int
// returns: id, year, count, inferred, through
// why: of the works that cite the given ones 10,000 are looked at and the 500 that cite most of them are kept.
UNWIND $base AS id
MATCH (:Paper {id: id})<-[a:CITES]-(c:Paper)
WITH c, a LIMIT 10000
WITH c, count(*) AS uses, max(CASE WHEN a.basis = 'inferred' THEN 0 ELSE 1 END) AS stated
ORDER BY uses DESC, c.references_graph, c.id LIMIT 500
MATCH (c)-[b:CITES]->(x:Paper)
WHERE NOT x.id IN $own
WITH x, c, CASE WHEN b.basis = 'inferred' THEN 0 ELSE stated END AS stated ORDER BY c.references_graph, c.id
WITH x, count(*) AS count, max(stated) AS stated, collect(c)[..3] AS through
ORDER BY count DESC, stated DESC, coalesce(x.year, 0) DESC, x.id LIMIT $limit
RETURN x.id AS id, x.year AS year, count, stated = 0 AS inferred,
       [c IN through | {id: c.id, label: coalesce(c.title, c.id)}] AS through
