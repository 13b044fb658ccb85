// Topics of the works of an institution and its parts that grow: works since a year against those before.
// mode: read
// param institution: string
// param since: int
// param limit: int
// example institution: "ror:00d0nc645"
// example since: 2020
// example limit: 10
// returns: id, topic, before, since_then
MATCH (:Identifier {id: $institution})-[:IDENTIFIES]->(top:Institution)
MATCH (i:Institution)-[:PART_OF*0..5]->(top)
MATCH (i)<-[:AFFILIATED_WITH]-(:Person)-[a:AUTHORED]->(w:Paper) WHERE i.id IN a.institutions AND w.year IS NOT NULL
WITH DISTINCT w
MATCH (w)-[:HAS_TOPIC]->(t:Topic)
WITH t, count(CASE WHEN w.year < $since THEN 1 END) AS before, count(CASE WHEN w.year >= $since THEN 1 END) AS since_then
WHERE since_then > 0
RETURN t.id AS id, t.name AS topic, before, since_then
ORDER BY since_then - before DESC, since_then DESC, id LIMIT $limit
