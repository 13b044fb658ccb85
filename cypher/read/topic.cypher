// A topic with its place in the hierarchy and where it comes from.
// mode: read
// param id: string
// param limit: int
// returns: topic, latest_year, people_total, identifiers, parents, children
MATCH (t:Topic {id: $id})
OPTIONAL MATCH (d:Dataset {id: 'dataset'})
RETURN t { .id, .level, .description, name: coalesce(t.name, t.id), scheme: coalesce(t.scheme, ''),
           papers: coalesce(t.papers, 0) } AS topic,
       d.latest_year AS latest_year,
       COUNT { (t)<-[:WORKS_ON]-() } AS people_total,
       COLLECT { MATCH (i:Identifier)-[:IDENTIFIES]->(t)
                 RETURN i { .id, .source, fetched_at: toString(i.fetched_at), updated: toString(i.updated) }
                 ORDER BY i.id } AS identifiers,
       COLLECT { MATCH (t)-[:PART_OF]->(u:Topic)
                 RETURN { id: u.id, label: coalesce(u.name, u.id) } ORDER BY u.name, u.id } AS parents,
       COLLECT { MATCH (t)<-[:PART_OF]-(u:Topic)
                 RETURN { id: u.id, label: coalesce(u.name, u.id) }
                 ORDER BY coalesce(u.papers, 0) DESC, u.name, u.id LIMIT $limit } AS children
