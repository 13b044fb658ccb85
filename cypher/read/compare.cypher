// Works, co-authors, topics and institutions of some people, to be compared.
// A work weighs (1 + citations in the graph) x 2^(-age / 2); a co-author by the stored weight of the tie, of half-life 1
// year; topics and institutions by the person's works with them.
// mode: read
// param ids: list of string
// returns: dataset, id, tied, works, coauthors, topics, institutions
// why: reads what is one person's own, some hundred nodes of each kind; asked for two people.
OPTIONAL MATCH (d:Dataset {id: 'dataset'})
WITH toString(coalesce(d.version, 0)) AS dataset, coalesce(d.latest_year, 2000) AS latest
UNWIND $ids AS id
MATCH (p:Person {id: id})
RETURN dataset, id, EXISTS { MATCH (p)-[:COAUTHORED]-(q:Person) WHERE q.id IN $ids } AS tied,
       COLLECT { MATCH (p)-[:AUTHORED]->(w:Paper)
                 RETURN { id: w.id, label: coalesce(w.title, w.id), title: w.title, authors: w.author_count, works: 1,
                          year: w.year, weight: (1 + coalesce(w.citations_graph, 0))
                            * 2.0 ^ ((coalesce(w.year, latest - 100) - latest) / 2.0) } } AS works,
       COLLECT { MATCH (p)-[c:COAUTHORED]-(q:Person) WHERE NOT q.id IN $ids
                 RETURN { id: q.id, label: coalesce(q.name, q.id), works: c.papers, year: c.last_year,
                          weight: c.w1 } } AS coauthors,
       COLLECT { MATCH (p)-[c:WORKS_ON]->(t:Topic)
                 RETURN { id: t.id, label: coalesce(t.name, t.id), scheme: t.scheme, works: c.papers,
                          year: c.last_year, weight: 1.0 * c.papers } } AS topics,
       COLLECT { MATCH (p)-[c:AFFILIATED_WITH]->(o:Institution)
                 RETURN { id: o.id, label: coalesce(o.name, o.id), works: c.papers, year: c.last_year,
                          weight: 1.0 * c.papers } } AS institutions
