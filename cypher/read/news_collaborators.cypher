// People who have become co-authors of given people: all works that tie them were first brought by loads after a given one.
// mode: read
// param people: list of map
// param loads: map
// param limit: int
// returns: followed, total, found
// why: reads the new works of at most 500 people; one by more than 100 authors ties nobody, as everywhere
UNWIND $people AS each
MATCH (x:Person {id: each.id})-[:AUTHORED]->(p:Paper)
WHERE $loads[p.added_run] > each.after AND p.author_count <= 100
MATCH (p)<-[:AUTHORED]-(y:Person)
WHERE y <> x
WITH each, x, y, collect(p) AS papers
MATCH (x)-[c:COAUTHORED]-(y)
WHERE c.papers = size(papers)
UNWIND papers AS p
WITH each, y, p ORDER BY $loads[p.added_run], coalesce(p.year, 0) DESC, p.id
WITH each, y, collect(p) AS papers ORDER BY size(papers) DESC, y.id
WITH each, collect({ y: y, papers: papers }) AS ties
RETURN each.id AS followed, size(ties) AS total,
       [tie IN ties[..$limit] | {
         id: tie.y.id, label: coalesce(tie.y.name, tie.y.id), year: tie.papers[0].year, load: tie.papers[0].added_run,
         count: size(tie.papers), inferred: false,
         through: [p IN tie.papers[..3] | { id: p.id, label: coalesce(p.title, p.id) }]
       }] AS found
