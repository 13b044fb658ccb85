// What a person's works say of themselves, by year, and which sources say it: the ground of the profile's counts.
// mode: read
// param id: string
// returns: sources, names, years, citing, cited_by_source, raw_affiliations, topic_sources
// why: expands the works of one person (some hundred at most), never a topic's or an institution's
MATCH (p:Person {id: $id})
RETURN COLLECT { MATCH (p)-[:AUTHORED]->(w:Paper)<-[:IDENTIFIES]-(i:Identifier)
                 WHERE i.source IS NOT NULL
                 WITH i.source AS source, max(i.fetched_at) AS fetched
                 RETURN { source: source, fetched_at: toString(fetched) } ORDER BY source } AS sources,
       COLLECT { MATCH (p)-[a:AUTHORED]->(:Paper) RETURN DISTINCT a.name AS name ORDER BY name } AS names,
       COLLECT { MATCH (p)-[a:AUTHORED]->(w:Paper)
                 WITH w.year AS year, a.source AS source, count(*) AS works
                 RETURN { year: year, source: source, works: works } ORDER BY year, source } AS years,
       COLLECT { MATCH (p)-[:AUTHORED]->(:Paper)<-[c:CITES]-(v:Paper)
                 WITH v.year AS year, count(*) AS citations, collect(DISTINCT c.sources) AS sources
                 RETURN { year: year, citations: citations, sources: sources } ORDER BY year } AS citing,
       COLLECT { MATCH (p)-[:AUTHORED]->(w:Paper)
                 WHERE w.citations IS NOT NULL
                 WITH coalesce(w.citations_source, w.source) AS source, sum(w.citations) AS citations
                 RETURN { source: source, citations: citations } ORDER BY source } AS cited_by_source,
       COUNT { MATCH (p)-[a:AUTHORED]->(:Paper) WHERE a.raw_affiliation IS NOT NULL } AS raw_affiliations,
       COLLECT { MATCH (p)-[:AUTHORED]->(:Paper)-[h:HAS_TOPIC]->(t:Topic)
                 UNWIND coalesce(h.sources, []) AS source
                 WITH coalesce(t.scheme, '') AS scheme, collect(DISTINCT source) AS sources
                 RETURN { scheme: scheme, sources: sources } ORDER BY scheme } AS topic_sources
