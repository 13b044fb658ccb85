// What is stated of a person's record, by whom, and when that was read: the ground of its trust score.
// Works and institutions come newest first, each with the record of the source that states it.
// mode: read
// param id: string
// returns: name, source, records, orcids, works, institutions
// why: expands the works and institutions of one person (some hundred at most), never what lies behind these
MATCH (p:Person {id: $id})
RETURN p.name AS name, p.source AS source,
       COLLECT { MATCH (i:Identifier)-[:IDENTIFIES]->(p) WHERE i.source IS NOT NULL
                 RETURN i { .id, .source, fetched_at: toString(i.fetched_at) } ORDER BY i.id } AS records,
       COLLECT { MATCH (i:Identifier)-[f:IDENTIFIES]->(p) WHERE i.id STARTS WITH 'orcid:'
                 RETURN { id: i.id, sources: coalesce(f.sources, []) } ORDER BY i.id } AS orcids,
       COLLECT { MATCH (p)-[a:AUTHORED]->(w:Paper)
                 RETURN { id: w.id, label: coalesce(w.title, w.id), source: a.source,
                          fetched_at: toString(head(COLLECT { MATCH (i:Identifier)-[:IDENTIFIES]->(w)
                                                              WHERE i.source = a.source RETURN i.fetched_at
                                                              ORDER BY i.fetched_at DESC })),
                          institutions: coalesce(a.institutions, []) }
                 ORDER BY coalesce(w.year, -1) DESC, w.id } AS works,
       COLLECT { MATCH (p)-[e:AFFILIATED_WITH]->(o:Institution)
                 RETURN { id: o.id, label: coalesce(o.name, o.id),
                          rors: COLLECT { MATCH (i:Identifier)-[f:IDENTIFIES]->(o) WHERE i.id STARTS WITH 'ror:'
                                          RETURN { id: i.id, sources: coalesce(f.sources, []) } ORDER BY i.id },
                          records: COLLECT { MATCH (i:Identifier)-[:IDENTIFIES]->(o) WHERE i.source IS NOT NULL
                                             RETURN i { .source, fetched_at: toString(i.fetched_at) } ORDER BY i.id } }
                 ORDER BY coalesce(e.last_year, -1) DESC, coalesce(e.papers, 0) DESC, o.id } AS institutions
