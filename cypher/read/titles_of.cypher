// The works that the records of some people list, counted or set aside, with their titles: to compare the records.
// mode: read
// param people: list of string
// returns: person, id, title
// why: two people come in, with some hundred works each.
UNWIND $people AS person
MATCH (:Person {id: person})-[:AUTHORED|SET_ASIDE]->(w:Paper)
RETURN DISTINCT person, w.id AS id, coalesce(w.title, '') AS title
ORDER BY person, id
