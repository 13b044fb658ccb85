// Names of the institutions that ROR knows, for matching by exact unambiguous name.
// mode: read
// returns: id, name, names
MATCH (i:Identifier {source: 'ror'})-[:IDENTIFIES]->(n:Institution)
WHERE coalesce(n.status, 'active') = 'active'
RETURN i.id AS id, n.name AS name, coalesce(n.names, []) AS names
