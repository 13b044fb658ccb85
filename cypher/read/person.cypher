// What the graph states about a person directly: names, identifiers, institutions, topics, closest co-authors.
// An affiliation with a first year and no last one is still on, so that it comes first.
// mode: read
// param id: string
// param closest: int
// returns: person, identifiers, affiliations, topics, top_coauthors
MATCH (p:Person {id: $id})
RETURN p { .id, .name, .works, .coauthors, .first_year, .last_year, names: coalesce(p.names, []) } AS person,
       COLLECT { MATCH (i:Identifier)-[:IDENTIFIES]->(p)
                 RETURN i { .id, .source, fetched_at: toString(i.fetched_at), updated: toString(i.updated) }
                 ORDER BY i.id } AS identifiers,
       COLLECT { MATCH (p)-[a:AFFILIATED_WITH]->(o:Institution)
                 RETURN o { .id, .country, name: coalesce(o.name, o.id), first_year: a.first_year,
                            last_year: a.last_year, sources: coalesce(a.sources, []) }
                 ORDER BY coalesce(a.last_year, CASE WHEN a.first_year IS NULL THEN -1 ELSE 9999 END) DESC,
                          coalesce(a.papers, 0) DESC, o.id } AS affiliations,
       COLLECT { MATCH (p)-[w:WORKS_ON]->(t:Topic)
                 RETURN t { .id, name: coalesce(t.name, t.id), scheme: coalesce(t.scheme, ''), papers: w.papers,
                            last_year: w.last_year }
                 ORDER BY w.papers DESC, coalesce(w.last_year, -1) DESC, t.id } AS topics,
       COLLECT { MATCH (p)-[c:COAUTHORED]-(q:Person)
                 RETURN { id: q.id, label: coalesce(q.name, q.id) }
                 ORDER BY c.w1 DESC, c.papers DESC, q.id LIMIT $closest } AS top_coauthors
