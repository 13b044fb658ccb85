// What a paper's page says beyond the work itself: affiliations, references, citing works, where it comes from.
// mode: read
// param id: string
// param limit: int
// returns: note, versions, identifiers, affiliations, topics, references, references_graph, citing, citing_total, stated
// why: lists of works stop at `limit`; the counts tell how many there are
MATCH (p:Paper {id: $id})
RETURN p.note AS note,
       coalesce(p.versions, []) AS versions,
       COLLECT { MATCH (i:Identifier)-[:IDENTIFIES]->(p)
                 RETURN i { .id, .source, fetched_at: toString(i.fetched_at), updated: toString(i.updated) }
                 ORDER BY i.id } AS identifiers,
       COLLECT { MATCH (:Person)-[a:AUTHORED]->(p)
                 UNWIND a.institutions AS place
                 WITH place, min(a.position) AS position
                 MATCH (o:Institution {id: place})
                 RETURN { id: o.id, label: coalesce(o.name, o.id) } ORDER BY position, o.id } AS affiliations,
       COLLECT { MATCH (p)-[h:HAS_TOPIC]->(t:Topic)
                 RETURN { id: t.id, label: coalesce(t.name, t.id), scheme: coalesce(t.scheme, ''), score: h.score,
                          primary: coalesce(h.primary, false) }
                 ORDER BY t.scheme, coalesce(h.primary, false) DESC, coalesce(h.score, 0.0) DESC, t.id } AS topics,
       COUNT { (p)-[:CITES]->() } AS references_graph,
       COLLECT { MATCH (p)-[c:CITES]->(w:Paper)
                 RETURN { id: w.id, title: w.title, year: w.year, authors: w.author_count,
                          inferred: coalesce(c.basis = 'inferred', false) }
                 ORDER BY coalesce(w.year, -1) DESC, w.title, w.id LIMIT $limit } AS references,
       COUNT { (p)<-[:CITES]-() } AS citing_total,
       COLLECT { MATCH (p)<-[c:CITES]-(w:Paper)
                 RETURN { id: w.id, title: w.title, year: w.year, authors: w.author_count,
                          inferred: coalesce(c.basis = 'inferred', false) }
                 ORDER BY coalesce(w.year, -1) DESC, w.title, w.id LIMIT $limit } AS citing,
       COLLECT { MATCH (p)-[r:REFERS_TO {kind: 'CITES'}]->(i:Identifier)
                 WITH i, collect(r.source) AS sources
                 OPTIONAL MATCH (i)-[:IDENTIFIES]->(w)
                 WITH coalesce(w.id, i.id) AS cited, sources
                 RETURN { cited: cited, sources: sources } } AS stated
