// How many things each kind of identifier names.
// mode: read
// returns: scheme, kind, things
MATCH (i:Identifier)-[:IDENTIFIES]->(n)
RETURN split(i.id, ':')[0] AS scheme, [l IN labels(n) WHERE l IN ['Person', 'Paper', 'Topic', 'Institution']][0] AS kind,
       count(*) AS things ORDER BY things DESC, scheme, kind
