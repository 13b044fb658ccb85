// All that the graph states of a person, to take it out, or to know what a work says of them.
// mode: read
// param id: string
// param family: list of string
// returns: person, aliases, identifiers, refers, works, disowned
// why: expands the works of one person (some hundred at most)
MATCH (k:Person {id: $id})
RETURN k { .id, .name, .names, .source, .rank } AS person,
       COLLECT { MATCH (a:Alias) WHERE a.id IN $family RETURN a { .* } ORDER BY a.id } AS aliases,
       COLLECT { MATCH (i:Identifier)-[f:IDENTIFIES]->(k)
                 RETURN { node: i { .* }, edge: f { .* } } ORDER BY i.id } AS identifiers,
       COLLECT { MATCH (k)-[r:REFERS_TO]->(i:Identifier) RETURN { id: i.id, edge: r { .* } } ORDER BY i.id } AS refers,
       COLLECT { MATCH (k)-[a:AUTHORED|SET_ASIDE]->(p:Paper)
                 RETURN { type: type(a), edge: a { .* }, paper: p.id, byline: p.byline, note: p.note,
                          ids: COLLECT { MATCH (i:Identifier)-[:IDENTIFIES]->(p) RETURN i.id AS id ORDER BY id },
                          hashes: COLLECT { MATCH (i:Identifier)-[:IDENTIFIES]->(p) WHERE i.hash IS NOT NULL
                                            RETURN { id: i.id, hash: i.hash, run: i.run } ORDER BY i.id },
                          near: COLLECT { MATCH (p)<-[o:AUTHORED|SET_ASIDE]-(w:Person)
                                          WHERE w <> k AND o.raw_affiliation IS NOT NULL
                                          RETURN { person: w.id, position: o.position, raw: o.raw_affiliation } } }
                 ORDER BY p.id, a.position } AS works,
       COLLECT { MATCH (d:Disowned) WHERE any(each IN d.people WHERE each IN $family)
                 RETURN d { .* } ORDER BY d.id } AS disowned
