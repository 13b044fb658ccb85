// The joint works of two people on which their co-authorship rests, newest first.
// mode: read
// param source: string
// param target: string
// param limit: int
// returns: papers, total, first_year, last_year
// why: a work by more than 100 people ties nobody; of the others at most `limit` leave, and all are counted.
MATCH (:Person {id: $source})-[:AUTHORED]->(w:Paper)<-[:AUTHORED]-(:Person {id: $target})
WHERE w.author_count <= 100
WITH w ORDER BY coalesce(w.year, -1) DESC, w.title, w.id
WITH collect(w) AS works, min(w.year) AS first_year, max(w.year) AS last_year
RETURN [w IN works[..$limit] | { id: w.id, title: w.title, year: w.year, authors: w.author_count }] AS papers,
       size(works) AS total, first_year, last_year
