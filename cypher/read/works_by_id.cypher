// Works with byline, topics and identifiers, for lists and for a paper's page; citations inside the graph are null
// while no work came with its references (known from the count store).
// mode: read
// param ids: list of string
// returns: work, byline, people, topics, identifiers
CALL () {
  MATCH (:Paper)-[r:REFERS_TO]->()
  RETURN count(r) > 0 AS imported
}
UNWIND $ids AS id
MATCH (p:Paper {id: id})
RETURN p { .id, .title, .type, .year, .year_basis, .revised_year, .date, .venue, .author_count, .abstract,
           .abstract_source, .summary, .open_access, .retracted, .license, .source, .url,
           citations_source: p.citations, citations_graph: CASE WHEN imported THEN coalesce(p.citations_graph, 0) END } AS work,
       coalesce(p.byline, []) AS byline,
       COLLECT { MATCH (a:Person)-[r:AUTHORED]->(p)
                 RETURN { id: a.id, position: r.position, name: coalesce(r.name, a.name) } ORDER BY r.position, a.id } AS people,
       COLLECT { MATCH (p)-[h:HAS_TOPIC]->(t:Topic)
                 RETURN { id: t.id, label: coalesce(t.name, t.id) }
                 ORDER BY coalesce(h.primary, false) DESC, coalesce(h.score, 0.0) DESC, t.id } AS topics,
       COLLECT { MATCH (i:Identifier)-[:IDENTIFIES]->(p) RETURN i.id } AS identifiers
