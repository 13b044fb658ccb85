// The co-authorships between some people and some others, with the number of joint works.
// mode: read
// param ids: list of string
// param others: list of string
// returns: id, other, papers
// why: asked for neighbouring levels of a path search only, which is bounded before
MATCH (p:Person)-[c:COAUTHORED]-(q:Person)
WHERE p.id IN $ids AND q.id IN $others
RETURN p.id AS id, q.id AS other, c.papers AS papers
