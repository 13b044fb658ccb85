// The works of a person on a topic, newest first.
// mode: read
// param source: string
// param target: string
// param limit: int
// returns: papers, total, first_year, last_year
// why: reads the works of one person, never those of the topic.
MATCH (:Person {id: $source})-[:AUTHORED]->(w:Paper)-[:HAS_TOPIC]->(:Topic {id: $target})
WITH w ORDER BY coalesce(w.year, -1) DESC, w.title, w.id
WITH collect(w) AS works, min(w.year) AS first_year, max(w.year) AS last_year
RETURN [w IN works[..$limit] | { id: w.id, title: w.title, year: w.year, authors: w.author_count }] AS papers,
       size(works) AS total, first_year, last_year
