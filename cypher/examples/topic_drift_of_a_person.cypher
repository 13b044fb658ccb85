// How the topics of a person change: works per topic in spans of years.
// mode: read
// param id: string
// param span: int
// example id: "demo:yuxiong-he"
// example span: 3
// returns: from_year, topic, works
MATCH (:Identifier {id: $id})-[:IDENTIFIES]->(p:Person)
MATCH (p)-[:AUTHORED]->(w:Paper)-[:HAS_TOPIC]->(t:Topic) WHERE w.year IS NOT NULL
RETURN w.year - w.year % $span AS from_year, t.name AS topic, count(w) AS works
ORDER BY from_year, works DESC, topic
