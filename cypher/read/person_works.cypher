// All works of a person, with only what filters and orders need; the page that is shown is fetched after.
// mode: read
// param id: string
// param topic: string?
// returns: id, title, venue, year, date, type, citations, on_topic
// why: a person has some hundred works at most, so that totals and every order come from one short read
MATCH (:Person {id: $id})-[:AUTHORED]->(p:Paper)
RETURN p.id AS id, p.title AS title, p.venue AS venue, p.year AS year, p.date AS date,
       p.type AS type,
       coalesce(p.citations_graph, 0) AS citations,
       $topic IS NULL OR EXISTS { (p)-[:HAS_TOPIC]->(:Topic {id: $topic}) } AS on_topic
