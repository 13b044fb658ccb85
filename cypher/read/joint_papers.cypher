// The joint works of pairs of people, newest first, and the names of the people.
// mode: read
// param pairs: list of any
// param limit: int
// returns: source, target, source_label, target_label, papers, total
UNWIND $pairs AS pair
MATCH (p:Person {id: pair[0]})
MATCH (q:Person {id: pair[1]})
RETURN p.id AS source, q.id AS target, coalesce(p.name, p.id) AS source_label, coalesce(q.name, q.id) AS target_label,
       COLLECT { MATCH (p)-[:AUTHORED]->(w:Paper)<-[:AUTHORED]-(q)
                 RETURN { id: w.id, title: w.title, year: w.year, authors: w.author_count }
                 ORDER BY coalesce(w.year, -1) DESC, w.title, w.id LIMIT $limit } AS papers,
       COUNT { (p)-[:AUTHORED]->(:Paper)<-[:AUTHORED]-(q) } AS total
