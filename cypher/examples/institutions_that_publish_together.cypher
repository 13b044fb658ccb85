// Pairs of institutions on the same works.
// mode: read
// param limit: int
// example limit: 10
// returns: a, b, works
MATCH (w:Paper)<-[x:AUTHORED]-(:Person) UNWIND x.institutions AS id
WITH DISTINCT w, id
WITH w, collect(id) AS ids
UNWIND ids AS a UNWIND ids AS b
WITH w, a, b WHERE a < b
WITH a, b, count(w) AS works ORDER BY works DESC, a, b LIMIT $limit
MATCH (i:Institution {id: a}), (j:Institution {id: b})
RETURN i.name AS a, j.name AS b, works ORDER BY works DESC, a, b
