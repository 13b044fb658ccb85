// All joins of people: the alias, the person that is kept, and the assertion.
// mode: read
// param people: list of string?
// returns: id, name, of, keep, at, by, why
MATCH (a:Alias)
WHERE $people IS NULL OR a.of IN $people OR a.id IN $people
OPTIONAL MATCH (k:Person {id: a.of})
OPTIONAL MATCH (b:Alias {id: a.of})
RETURN a.id AS id, coalesce(a.name, a.id) AS name, a.of AS of, coalesce(k.name, b.name, a.of) AS keep,
       toString(a.at) AS at, a.by AS by, a.why AS why
ORDER BY a.at DESC, a.id
