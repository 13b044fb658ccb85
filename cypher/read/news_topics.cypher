// Works on given topics that loads after a given one first brought, for each the newest by year.
// `topics` gives for each the number of the last load that is no news; `loads` numbers the loads in their order.
// mode: read
// param topics: map
// param loads: map
// param limit: int
// returns: followed, total, found
// why: a topic may have 40,000 works: only works that are new are looked at, found by their load
UNWIND keys($loads) AS run
MATCH (p:Paper {added_run: run})-[:HAS_TOPIC]->(t:Topic)
WHERE $topics[t.id] < $loads[run]
WITH t, p ORDER BY coalesce(p.year, 0) DESC, p.id
WITH t, collect(p) AS papers
RETURN t.id AS followed, size(papers) AS total,
       [p IN papers[..$limit] | { id: p.id, year: p.year, load: p.added_run, count: 1, through: [], inferred: false }] AS found
