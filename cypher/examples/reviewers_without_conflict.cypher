// People who work on a topic and never published with any author of a work, nor share an institution with one.
// mode: read
// param paper: string
// param topic: string
// param limit: int
// example paper: "arxiv:1910.02054"
// example topic: "arxivclass:cs.LG"
// example limit: 10
// returns: id, name, works_on_topic, last_year
MATCH (:Identifier {id: $paper})-[:IDENTIFIES]->(w:Paper), (:Identifier {id: $topic})-[:IDENTIFIES]->(t:Topic)
WITH t, COLLECT { MATCH (a:Person)-[:AUTHORED]->(w) RETURN a } AS authors
MATCH (p:Person)-[x:WORKS_ON]->(t)
WHERE NOT p IN authors
  AND NOT EXISTS { MATCH (p)-[:COAUTHORED]-(a) WHERE a IN authors }
  AND NOT EXISTS { MATCH (p)-[:AFFILIATED_WITH]->()<-[:AFFILIATED_WITH]-(a) WHERE a IN authors }
RETURN p.id AS id, p.name AS name, x.papers AS works_on_topic, x.last_year AS last_year
ORDER BY works_on_topic DESC, last_year DESC, id LIMIT $limit
