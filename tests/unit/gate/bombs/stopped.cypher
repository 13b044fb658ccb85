//// people with people with people
MATCH (a:Person), (b:Person), (c:Person), (d:Person), (e:Person), (f:Person), (g:Person), (h:Person), (i:Person), (j:Person) WHERE a.works + b.works + c.works + d.works + e.works + f.works + g.works + h.works + i.works + j.works < 0 RETURN count(*) AS n
//// numbers with numbers
UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a * b AS c WHERE c < 0 RETURN count(c) AS n
//// numbers without end
UNWIND range(1, 2000000000) AS a WITH a WHERE a < 0 RETURN count(a) AS n
//// in COUNT
RETURN COUNT { UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a * b AS c WHERE c < 0 RETURN c } AS n
//// in COLLECT
RETURN size(COLLECT { UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a * b AS c WHERE c < 0 RETURN c }) AS n
//// in EXISTS
RETURN EXISTS { UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a * b AS c WHERE c < 0 RETURN c } AS n
//// in CALL
UNWIND range(1, 100000) AS a CALL (a) { UNWIND range(1, 100000) AS b WITH a, b WHERE a * b < 0 RETURN count(*) AS c } RETURN sum(c) AS n
//// ways of any length
MATCH p = (a)-[*]-(b)-[*]-(c)-[*]-(d) WHERE length(p) < 0 RETURN count(*) AS n
//// quantified ways
MATCH (a)(()--()){1,40}(b) MATCH (c)(()--()){1,40}(d) MATCH (e)(()--()){1,40}(f) WHERE size(b.id) + size(d.id) + size(f.id) < 0 RETURN count(*) AS n
//// rows in order
UNWIND range(1, 1000000000) AS x RETURN x ORDER BY rand() LIMIT 5
//// many optional matches
MATCH (a) OPTIONAL MATCH (b) OPTIONAL MATCH (c) OPTIONAL MATCH (d) OPTIONAL MATCH (e) OPTIONAL MATCH (f) OPTIONAL MATCH (g) WHERE g.x = 1 RETURN count(*) AS n
//// lists of rows that grow
UNWIND range(1, 1000000000) AS x WITH collect(x) AS l RETURN size(l) AS n
//// distinct values that grow
UNWIND range(1, 1000000000) AS x RETURN count(DISTINCT x) AS n
//// text that grows
RETURN size(reduce(s = 'aaaaaaaa', i IN range(1, 40) | s + s)) AS n
//// a search with many ways
CALL db.index.fulltext.queryNodes('person_names', '/(a|aa)*(b|bb)*(c|cc)*.{50}x(.?){200}/') YIELD node RETURN count(node) AS n
