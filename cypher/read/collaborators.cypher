// The person-paper subgraph of a person: all works with their authors (of at most 100), and all co-authors.
// mode: read
// param id: string
// returns: works, papers_total, papers, people, latest_year, dataset
// why: a person's own works are at most some hundreds, so that the whole subgraph is read and the ranking is exact.
MATCH (u:Person {id: $id})
OPTIONAL MATCH (d:Dataset {id: 'dataset'})
RETURN coalesce(u.works, 0) AS works, COUNT { (:Paper) } AS papers_total, d.latest_year AS latest_year,
       toString(coalesce(d.version, 0)) AS dataset,
       COLLECT { MATCH (u)-[:AUTHORED]->(p:Paper)
                 RETURN p { .id, .title, .year, authors: p.author_count,
                            people: COLLECT { MATCH (p)<-[:AUTHORED]-(q:Person) WHERE p.author_count <= 100
                                              RETURN q.id } } } AS papers,
       COLLECT { MATCH (u)-[:COAUTHORED]-(q:Person) RETURN q { .id, .name, works: coalesce(q.works, 0) } } AS people
