// Works that cite what the given works cite (bibliographic coupling), by the number of references they share.
// mode: read
// param own: list of string
// param base: list of string
// param limit: int
// returns: id, year, count, inferred, through
// why: a reference that more than 200 works share says little and costs much; of the others the 300 most used are kept.
UNWIND $base AS id
MATCH (:Paper {id: id})-[a:CITES]->(r:Paper)
WHERE r.citations_graph <= 200
WITH r, count(*) AS uses, max(CASE WHEN a.basis = 'inferred' THEN 0 ELSE 1 END) AS stated
ORDER BY uses DESC, r.citations_graph, r.id LIMIT 300
MATCH (r)<-[b:CITES]-(x:Paper)
WHERE NOT x.id IN $own
WITH x, r, CASE WHEN b.basis = 'inferred' THEN 0 ELSE stated END AS stated ORDER BY r.citations_graph, r.id
WITH x, count(*) AS count, max(stated) AS stated, collect(r)[..3] AS through
ORDER BY count DESC, stated DESC, coalesce(x.year, 0) DESC, x.id LIMIT $limit
RETURN x.id AS id, x.year AS year, count, stated = 0 AS inferred,
       [r IN through | {id: r.id, label: coalesce(r.title, r.id)}] AS through
