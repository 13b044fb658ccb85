// Works by given people that loads after a given one first brought, for each the newest by year.
// `loads` numbers loads in their order; `after` is the number of the last one that is no news.
// mode: read
// param people: list of map
// param loads: map
// param limit: int
// returns: followed, total, found
// why: reads the works of at most 500 people (some hundred each at most)
UNWIND $people AS each
MATCH (:Person {id: each.id})-[:AUTHORED]->(p:Paper)
WHERE $loads[p.added_run] > each.after
WITH each, p ORDER BY coalesce(p.year, 0) DESC, p.id
WITH each, collect(p) AS papers
RETURN each.id AS followed, size(papers) AS total,
       [p IN papers[..$limit] | { id: p.id, year: p.year, load: p.added_run, count: 1, through: [], inferred: false }] AS found
