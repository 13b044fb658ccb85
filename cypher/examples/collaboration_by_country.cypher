// Pairs of countries whose institutions stand on the same works.
// mode: read
// param limit: int
// example limit: 10
// returns: a, b, works
MATCH (w:Paper)<-[x:AUTHORED]-(:Person) UNWIND x.institutions AS institution
MATCH (i:Institution {id: institution}) WHERE i.country IS NOT NULL
WITH w, collect(DISTINCT i.country) AS countries
UNWIND countries AS a UNWIND countries AS b
WITH w, a, b WHERE a < b
RETURN a, b, count(w) AS works ORDER BY works DESC, a, b LIMIT $limit
