//// a node
CREATE (:Probe)
//// a node after reading
MATCH (n:Person) CREATE (:Probe {of: n.id})
//// small letters
create (n:Probe) return n
//// mixed letters
cReAtE (n:Probe) rEtUrN n
//// an edge
MATCH (a:Person), (b:Person) CREATE (a)-[:PROBE]->(b)
//// merge
MERGE (n:Probe {id: 1}) RETURN n
//// merge with both branches
MATCH (p:Person) MERGE (p)-[r:PROBE]->(p) ON CREATE SET r.x = 1 ON MATCH SET r.x = 2
//// a property
MATCH (n) SET n.seen = true
//// a property and a result
MATCH (n:Person) SET n.seen = true RETURN n.name
//// all properties
MATCH (n) SET n = {}
//// more properties
MATCH (n) SET n += {seen: 1}
//// a label
MATCH (n:Person) SET n:Probe
//// a label with IS
MATCH (n:Person) SET n IS Probe
//// a dynamic property
MATCH (n:Person) SET n['seen'] = 1
//// a dynamic label
MATCH (n:Person) SET n:$('Probe')
//// a parenthesis after SET
MATCH (n:Person) SET (n).seen = 1
//// a CASE after SET
MATCH (n:Person) SET (CASE WHEN true THEN n END).seen = 1
//// remove a property
MATCH (n:Person) REMOVE n.name
//// remove a label
MATCH (n:Person) REMOVE n:Person
//// delete
MATCH (n:Person) DELETE n
//// detach delete
MATCH (n) DETACH DELETE n
//// nodetach delete
MATCH (n:Probe) NODETACH DELETE n
//// delete an edge
MATCH ()-[r:AUTHORED]->() DELETE r
//// delete a path
MATCH p = (:Person)-->() DELETE p
//// delete an element of a list
MATCH (n) WITH collect(n) AS ns DELETE ns[0]
//// delete in parentheses
MATCH (n:Person) DELETE (n)
//// foreach
MATCH (n) FOREACH (x IN [1] | SET n.seen = x)
//// foreach that creates
FOREACH (x IN range(1, 10) | CREATE (:Probe {x: x}))
//// foreach that merges
WITH [1, 2] AS xs FOREACH (x IN xs | MERGE (:Probe {x: x}))
//// foreach within foreach
FOREACH (x IN [1] | FOREACH (y IN [2] | CREATE (:Probe)))
//// insert
INSERT (:Probe)
//// insert after reading
MATCH (n:Person) INSERT (n)-[:PROBE]->(:Probe)
//// in a subquery
CALL { CREATE (:Probe) }
//// in a subquery with scope
MATCH (n:Person) CALL (n) { SET n.seen = 1 } RETURN n
//// in a subquery with star
MATCH (n:Person) CALL (*) { SET n.seen = 1 } RETURN n
//// in a subquery with WITH
MATCH (n:Person) CALL { WITH n SET n.seen = 1 RETURN 1 AS x } RETURN x
//// in a subquery of a subquery
CALL () { CALL () { CREATE (:Probe) } RETURN 1 AS x } RETURN x
//// in an optional subquery
MATCH (n:Person) OPTIONAL CALL (n) { SET n.seen = 1 } RETURN n
//// in EXISTS
MATCH (n) WHERE EXISTS { CREATE (:Probe) } RETURN n
//// in EXISTS after MATCH
MATCH (n) WHERE EXISTS { MATCH (n) SET n.seen = 1 RETURN n } RETURN n
//// in COUNT
RETURN COUNT { MATCH (n) DELETE n } AS x
//// in COLLECT
RETURN COLLECT { MATCH (n) SET n.seen = 1 RETURN n } AS x
//// in the second half of a union
MATCH (n) RETURN n UNION MATCH (n) SET n.seen = 1 RETURN n
//// in the first half of a union
CREATE (n:Probe) RETURN n UNION ALL MATCH (n) RETURN n
//// in transactions
MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS
//// in transactions of rows
MATCH (n) CALL (n) { SET n.seen = 1 } IN TRANSACTIONS OF 10 ROWS
//// in concurrent transactions
MATCH (n) CALL (n) { SET n.seen = 1 } IN 4 CONCURRENT TRANSACTIONS
//// in transactions on error
MATCH (n) CALL (n) { SET n.seen = 1 } IN TRANSACTIONS ON ERROR CONTINUE REPORT STATUS AS s RETURN s
//// reading in transactions
MATCH (n) CALL (n) { RETURN n.id AS id } IN TRANSACTIONS RETURN id
//// the old periodic commit
USING PERIODIC COMMIT 500 LOAD CSV FROM 'file:///x' AS row CREATE (:Probe)
//// after a semicolon
MATCH (n) RETURN n; CREATE (:Probe)
//// before a semicolon
CREATE (:Probe); MATCH (n) RETURN n
//// after two semicolons
RETURN 1;; CREATE (:Probe)
//// explain before another statement
EXPLAIN RETURN 1; CREATE (:Probe)
//// profile executes
PROFILE CREATE (:Probe)
//// profile of a change
PROFILE MATCH (n) SET n.seen = 1
//// explain of a change is a change of ours no less
EXPLAIN MATCH (n) DELETE n
//// with a version
CYPHER 5 CREATE (:Probe)
//// with a version and a plan
CYPHER 5 PROFILE CREATE (:Probe)
//// with the newer version
CYPHER 25 MATCH (n) SET n.seen = 1
//// an alias called as, then SET
WITH true AS as WHERE as SET as.x = 1
//// an alias called return, then SET
MATCH (return) SET return.x = 1
//// an alias called match, then DELETE
MATCH (match) DELETE match
//// a variable called where, then SET
MATCH (where) WHERE where.x = 1 SET where.y = 2
//// a variable called in, then REMOVE
MATCH (in) REMOVE in.name RETURN in
//// an escaped variable
MATCH (`n`) SET `n`.x = 1
//// an escaped variable named like a clause
MATCH (`return`) SET `return`.x = 1
//// an alias called set, then SET
MATCH (n) WITH n AS set SET set.x = 1
//// a property called set, then SET
MATCH (n) WHERE n.set SET n.x = 1
//// a label called Set, then SET
MATCH (n:Set) SET n:Set RETURN n
//// a map key called set, then SET
MATCH (n {set: 1}) SET n.set = 2
//// a parameter called set, then SET
MATCH (n {id: $set}) SET n.set = $set
//// a string before
MATCH (n) WHERE n.name = 'SET' SET n.name = 'x'
//// a number before
MATCH (n) WITH n LIMIT 1 SET n.x = 1
//// a number glued to the word
MATCH (n) WITH n LIMIT 1SET n.x = 1
//// a hexadecimal number glued
MATCH (n) WITH n LIMIT 0x1SET n.x = 1
//// a float glued
MATCH (n) WHERE n.x > 1.5SET n.x = 1
//// a float that ends with a dot
MATCH (n) WHERE n.x > 1. SET n.x = 1
//// an exponent glued
MATCH (n) WHERE n.x > 1e5SET n.x = 1
//// a string glued
MATCH (n) WHERE n.name = 'x'SET n.x = 1
//// a bracket glued
MATCH (n)SET n.x = 1
//// a brace glued
MATCH (n {id: 1})DELETE n
//// a list glued
MATCH (n) WHERE n.x IN [1]SET n.x = 1
//// an escaped name glued
MATCH (`a`) WITH `a`SET `a`.x = 1
//// a parameter glued
MATCH (n) WHERE n.x = $`a`SET n.x = 1
//// a wildcard label before
MATCH (n) WHERE n:% SET n.x = 1
//// a quantifier before
MATCH ((a)-->(b))+ SET a.x = 1
//// a quantifier with numbers before
MATCH ((a)-->(b)){1,3} SET b.x = 1
//// after ORDER BY
MATCH (n) WITH n ORDER BY n.id SET n.x = 1
//// after DESC
MATCH (n) WITH n ORDER BY n.id DESC SET n.x = 1
//// after SKIP and LIMIT
MATCH (n) WITH n SKIP 1 LIMIT 1 SET n.x = 1
//// after UNWIND
UNWIND [1, 2] AS x CREATE (:Probe {x: x})
//// after YIELD
CALL db.labels() YIELD label CREATE (:Probe {label: label})
//// after a procedure without YIELD
CALL db.labels() CREATE (:Probe)
//// after a full-text search
CALL db.index.fulltext.queryNodes('person_names', 'x') YIELD node SET node.x = 1
//// after shortestPath
MATCH p = shortestPath((a:Person)-[*]-(b:Person)) DELETE p
//// after SHORTEST
MATCH p = SHORTEST 1 (a:Person)--+(b:Person) SET a.x = 1
//// after CASE
WITH CASE WHEN true THEN 1 ELSE 2 END AS x CREATE (:Probe)
//// after END without alias
MATCH (n) WHERE CASE WHEN true THEN true END SET n.x = 1
//// after IS NULL
MATCH (n) WHERE n.x IS NULL SET n.x = 1
//// after IS NOT NULL
MATCH (n) WHERE n.x IS NOT NULL REMOVE n.x
//// after a type
MATCH (n) WHERE n.x IS :: INTEGER SET n.x = 1
//// after TRUE
MATCH (n) WHERE true DETACH DELETE n
//// after FINISH
MATCH (n) SET n.x = 1 FINISH
//// after FILTER
MATCH (n) FILTER n.x = 1 SET n.x = 2
//// after LET
MATCH (n) LET x = 1 SET n.x = x
//// after NEXT
MATCH (n) RETURN n NEXT SET n.x = 1
//// in a branch of WHEN
WHEN true THEN { CREATE (:Probe) } ELSE { RETURN 1 AS x }
//// a clause nobody knows
MATCH (n) UPSERT n.x = 1
//// a clause nobody knows with a label
MATCH (n) RELABEL n AS Probe
//// a clause nobody knows at the start
UPSERT (:Probe)
//// a clause nobody knows in a subquery
MATCH (n) CALL (n) { ERASE n } RETURN n
//// a clause nobody knows after a comma
MATCH (n), ERASE n RETURN 1
//// a clause nobody knows with a parenthesis
MATCH (n) ERASE (n) RETURN 1
//// create unique
MATCH (n:Person) CREATE UNIQUE (n)-[:PROBE]->(:Probe)
//// copy of the graph
MATCH (n:Person) CREATE (m:Probe) SET m = properties(n)
