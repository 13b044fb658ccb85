// Works by people of given institutions that loads after a given one first brought, for each the newest by year.
// A work counts whose byline states the institution, or whose author is known to have been there in its year.
// mode: read
// param institutions: map
// param loads: map
// param limit: int
// returns: followed, total, found
// why: an institution may have thousands of people: only works that are new are looked at, found by their load
UNWIND keys($loads) AS run
MATCH (p:Paper {added_run: run})<-[a:AUTHORED]-(w:Person)-[e:AFFILIATED_WITH]->(i:Institution)
WHERE $institutions[i.id] < $loads[run]
  AND (i.id IN a.institutions
       OR p.year >= coalesce(e.first_year, p.year) AND p.year <= coalesce(e.last_year, p.year))
WITH i, p, w ORDER BY a.position, w.id
WITH i, p, collect(w) AS people ORDER BY coalesce(p.year, 0) DESC, p.id
WITH i, collect({ p: p, people: people }) AS papers
RETURN i.id AS followed, size(papers) AS total,
       [each IN papers[..$limit] | {
         id: each.p.id, year: each.p.year, load: each.p.added_run, count: size(each.people), inferred: false,
         through: [w IN each.people[..3] | { id: w.id, label: coalesce(w.name, w.id) }]
       }] AS found
