// The people of one's own lists by the name that stands there: all whose own id is `prefix` or begins with it and a slash.
// mode: read
// param prefixes: list of string
// returns: prefix, ids
UNWIND $prefixes AS prefix
MATCH (i:Identifier)-[:IDENTIFIES]->(:Person)
WHERE i.id = prefix OR i.id STARTS WITH prefix + '/'
RETURN prefix, collect(DISTINCT i.id) AS ids
