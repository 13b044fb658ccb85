// An institution with its place in the hierarchy and where it comes from.
// mode: read
// param id: string
// param limit: int
// returns: institution, identifiers, parents, children
MATCH (o:Institution {id: $id})
RETURN o { .id, .country, .city, .status, .established, .url, name: coalesce(o.name, o.id),
           names: coalesce(o.names, []), types: coalesce(o.types, []), people_total: coalesce(o.people, 0) } AS institution,
       COLLECT { MATCH (i:Identifier)-[:IDENTIFIES]->(o)
                 RETURN i { .id, .source, fetched_at: toString(i.fetched_at), updated: toString(i.updated) }
                 ORDER BY i.id } AS identifiers,
       COLLECT { MATCH (o)-[:PART_OF]->(u:Institution)
                 RETURN { id: u.id, label: coalesce(u.name, u.id) } ORDER BY u.name, u.id } AS parents,
       COLLECT { MATCH (o)<-[:PART_OF]-(u:Institution)
                 RETURN { id: u.id, label: coalesce(u.name, u.id) }
                 ORDER BY coalesce(u.people, 0) DESC, u.name, u.id LIMIT $limit } AS children
