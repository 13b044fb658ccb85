// An institution with its place in the hierarchy and where it comes from; all its parts and wholes by id.
// mode: read
// param id: string
// param limit: int
// param most: int
// returns: institution, latest_year, identifiers, parents, children, parts, wholes
// why: eight levels are more than any register has; of parts at most `most` are followed.
MATCH (o:Institution {id: $id})
OPTIONAL MATCH (d:Dataset {id: 'dataset'})
RETURN o { .id, .country, .city, .status, .established, .url, .papers, name: coalesce(o.name, o.id),
           names: coalesce(o.names, []), types: coalesce(o.types, []) } AS institution,
       d.latest_year AS latest_year,
       COLLECT { MATCH (i:Identifier)-[:IDENTIFIES]->(o)
                 RETURN i { .id, .source, fetched_at: toString(i.fetched_at), updated: toString(i.updated) }
                 ORDER BY i.id } AS identifiers,
       COLLECT { MATCH (o)-[:PART_OF]->(u:Institution)
                 RETURN { id: u.id, label: coalesce(u.name, u.id) } ORDER BY u.name, u.id } AS parents,
       COLLECT { MATCH (o)<-[:PART_OF]-(u:Institution)
                 RETURN { id: u.id, label: coalesce(u.name, u.id) }
                 ORDER BY coalesce(u.people, 0) DESC, u.name, u.id LIMIT $limit } AS children,
       COLLECT { MATCH (o)<-[:PART_OF*1..8]-(u:Institution)
                 WITH DISTINCT u WHERE u <> o
                 RETURN u.id ORDER BY coalesce(u.people, 0) DESC, u.id LIMIT $most } AS parts,
       COLLECT { MATCH (o)-[:PART_OF*1..8]->(u:Institution)
                 WITH DISTINCT u WHERE u <> o
                 RETURN u.id ORDER BY u.id LIMIT $most } AS wholes
