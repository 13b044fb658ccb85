// Two people who may be one: what each is known by, what the second would bring, and the works whose byline names both.
// mode: read
// param keep: string
// param alias: string
// returns: keep, alias, orcids, keep_identifiers, keep_works, keep_coauthors, identifiers, names, institutions, works, papers, alias_coauthors, shared, joint, coauthors
// why: expands the works of one person (some hundred at most); titles of 50 of them leave
MATCH (k:Person {id: $keep})
MATCH (g:Person {id: $alias})
RETURN k { .id, name: coalesce(k.name, k.id) } AS keep,
       g { .id, name: coalesce(g.name, g.id) } AS alias,
       COLLECT { UNWIND [k, g] AS n MATCH (i:Identifier)-[:IDENTIFIES]->(n) WHERE i.id STARTS WITH 'orcid:'
                 RETURN DISTINCT i.id AS id ORDER BY id } AS orcids,
       COLLECT { MATCH (i:Identifier)-[:IDENTIFIES]->(k) RETURN i.id AS id ORDER BY id } AS keep_identifiers,
       COUNT { (k)-[:AUTHORED]->() } AS keep_works,
       COUNT { (k)-[:COAUTHORED]-() } AS keep_coauthors,
       COLLECT { MATCH (i:Identifier)-[:IDENTIFIES]->(g) RETURN i.id AS id ORDER BY id } AS identifiers,
       COLLECT { CALL (g) {
                   UNWIND [g.name] + coalesce(g.names, []) AS name RETURN name
                   UNION MATCH (g)-[a:AUTHORED]->() RETURN a.name AS name
                 }
                 WITH name WHERE name IS NOT NULL RETURN name ORDER BY name } AS names,
       COLLECT { MATCH (g)-[:AFFILIATED_WITH]->(o:Institution)
                 RETURN { id: o.id, label: coalesce(o.name, o.id) } ORDER BY o.id } AS institutions,
       COUNT { (g)-[:AUTHORED]->() } AS works,
       COLLECT { MATCH (g)-[:AUTHORED]->(p:Paper)
                 RETURN { id: p.id, label: coalesce(p.title, p.id) }
                 ORDER BY coalesce(p.year, -1) DESC, p.id LIMIT 50 } AS papers,
       COUNT { (g)-[:COAUTHORED]-() } AS alias_coauthors,
       COLLECT { MATCH (k)-[:AUTHORED]->(p:Paper)<-[:AUTHORED]-(g)
                 RETURN { id: p.id, label: coalesce(p.title, p.id) } ORDER BY p.id } AS shared,
       COUNT { MATCH (k)-[:WORKS_ON]->(t:Topic)<-[:WORKS_ON]-(g) RETURN DISTINCT t } AS joint,
       COUNT { MATCH (k)-[:COAUTHORED]-(o:Person)-[:COAUTHORED]-(g) RETURN DISTINCT o } AS coauthors
