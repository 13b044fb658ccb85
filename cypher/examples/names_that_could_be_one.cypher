// People who share family name and initial: candidates for being one person, or for being mixed up.
// mode: read
// param limit: int
// example limit: 10
// returns: name, people
MATCH (p:Person) WHERE p.name CONTAINS ' '
WITH p ORDER BY p.name, p.id
WITH split(p.name, ' ')[-1] + ', ' + left(p.name, 1) AS name, collect({id: p.id, name: p.name}) AS people
WHERE size(people) > 1
RETURN name, people ORDER BY size(people) DESC, name LIMIT $limit
