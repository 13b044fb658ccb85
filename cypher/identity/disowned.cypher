// The works that people have disowned, with their reason; those of one person, or all.
// mode: read
// param people: list of string?
// returns: id, person, work, at, why
MATCH (d:Disowned)
WHERE $people IS NULL OR any(each IN d.people WHERE each IN $people)
WITH d, head(COLLECT { UNWIND d.papers AS id MATCH (:Identifier {id: id})-[:IDENTIFIES]->(p:Paper) RETURN p }) AS p
RETURN d.id AS id, d.people[0] AS person,
       { id: coalesce(p.id, d.papers[0]), kind: 'Paper', label: coalesce(p.title, p.id, d.papers[0]) } AS work,
       toString(d.at) AS at, d.why AS why
ORDER BY d.at DESC, d.id
