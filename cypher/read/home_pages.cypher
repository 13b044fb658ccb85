// The institutions stated for a person, and what they are part of, that have a home page: whose domains can speak for
// the person; the latest first.
// mode: read
// param id: string
// returns: id, label, url
// why: a person has some dozen institutions at most, of few levels; fifty are enough to choose from.
MATCH (:Person {id: $id})-[e:AFFILIATED_WITH]->(:Institution)-[:PART_OF*0..2]->(o:Institution)
WHERE o.url IS NOT NULL
WITH o, max(coalesce(e.last_year, -1)) AS last_year
RETURN o.id AS id, coalesce(o.name, o.id) AS label, o.url AS url
ORDER BY last_year DESC, id
LIMIT 50
