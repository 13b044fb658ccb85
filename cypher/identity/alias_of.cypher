// The alias that some identifiers are asserted about, tried in the order given.
// mode: read
// param ids: list of string
// returns: id
UNWIND range(0, size($ids) - 1) AS place
OPTIONAL MATCH (a:Alias {id: $ids[place]})
OPTIONAL MATCH (:Identifier {id: $ids[place]})-[f:IDENTIFIES]->()
WITH place, coalesce(a.id, f.about) AS id
WHERE id IS NOT NULL
RETURN id
ORDER BY place
LIMIT 1
