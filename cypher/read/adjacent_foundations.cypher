// Older works on which the given works and the adjacent ones build: cited by most of them.
// mode: read
// param own: list of string
// param base: list of string
// param near: list of string
// param before: int?
// param limit: int
// returns: id, year, own_uses, near_uses, inferred
// why: read from the reference lists of at most some hundred works, never from a work's citations.
CALL () {
  UNWIND $base AS id
  MATCH (:Paper {id: id})-[c:CITES]->(r:Paper)
  RETURN r, 1 AS own, 0 AS near, c.basis AS basis
  UNION ALL
  UNWIND $near AS id
  MATCH (:Paper {id: id})-[c:CITES]->(r:Paper)
  RETURN r, 0 AS own, 1 AS near, c.basis AS basis
}
WITH r, own, near, basis
WHERE NOT r.id IN $own AND ($before IS NULL OR r.year < $before)
WITH r, sum(own) AS own_uses, sum(near) AS near_uses, max(CASE WHEN basis = 'inferred' THEN 0 ELSE 1 END) AS stated
ORDER BY own_uses + near_uses DESC, own_uses DESC, coalesce(r.year, 9999), r.id LIMIT $limit
RETURN r.id AS id, r.year AS year, own_uses, near_uses, stated = 0 AS inferred
