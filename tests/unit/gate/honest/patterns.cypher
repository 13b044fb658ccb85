//// patterns 1
MATCH (a:Person)--(b) RETURN a, b LIMIT 1
//// patterns 2
MATCH (a:Person)-->(b)<--(c) RETURN count(*)
//// patterns 3
MATCH (a:Person)<-[r:AUTHORED|CITES]-(b) RETURN r
//// patterns 4
MATCH (a:Person)-[:AUTHORED|HAS_TOPIC|AFFILIATED_WITH]->(b) RETURN labels(b), count(*)
//// patterns 5
MATCH p = (:Person)-[:AUTHORED]->(:Paper)-[:CITES]->(:Paper) RETURN p LIMIT 2
//// patterns 6
MATCH p = (a:Person {id: $a})-[:COAUTHORED*1..3]-(b:Person {id: $b}) RETURN p LIMIT 1
//// patterns 7
MATCH (a:Paper)-[:CITES*2]->(b:Paper) RETURN a.title, b.title LIMIT 5
//// patterns 8
MATCH (a:Paper)-[:CITES*..3]->(b:Paper) RETURN count(*)
//// patterns 9
MATCH (t:Topic)-[:PART_OF*0..]->(root:Topic) RETURN root.name, count(t)
//// patterns 10
MATCH (t:Topic)-[:PART_OF*]->(root:Topic) WHERE NOT (root)-[:PART_OF]->() RETURN DISTINCT root.name
//// patterns 11
MATCH p = shortestPath((a:Person {id: $a})-[:COAUTHORED*..6]-(b:Person {id: $b})) RETURN [n IN nodes(p) | n.name] AS names
//// patterns 12
MATCH p = allShortestPaths((a:Person)-[:COAUTHORED*..4]-(b:Person)) WHERE a.id = $a AND b.id = $b RETURN length(p)
//// patterns 13
MATCH p = SHORTEST 1 (a:Person {id: $a})-[:COAUTHORED]-+(b:Person {id: $b}) RETURN p
//// patterns 14
MATCH p = SHORTEST 3 (a:Person {id: $a})(()-[:COAUTHORED]-()){1,4}(b:Person {id: $b}) RETURN length(p) AS steps
//// patterns 15
MATCH p = ALL SHORTEST (a:Person {id: $a})-[:COAUTHORED]-{1,5}(b:Person {id: $b}) RETURN p
//// patterns 16
MATCH p = SHORTEST 2 GROUPS (a:Person {id: $a})-[:COAUTHORED]-+(b:Person {id: $b}) RETURN p
//// patterns 17
MATCH p = ANY 2 (a:Person {id: $a})-[:COAUTHORED]-{1,3}(b:Person {id: $b}) RETURN p
//// patterns 18
MATCH p = ANY (a:Person {id: $a})-[:COAUTHORED]-{1,3}(b:Person {id: $b}) RETURN p
//// patterns 19
MATCH ((a:Person)-[:COAUTHORED]-(b:Person) WHERE a.works > b.works){1,3} RETURN [x IN a | x.name] LIMIT 2
//// patterns 20
MATCH (a:Person)(()-[:AUTHORED]->()<-[:AUTHORED]-()){1,2}(b:Person) RETURN count(*)
//// patterns 21
MATCH (a:Person)-[:AUTHORED]->+(b) RETURN count(b)
//// patterns 22
MATCH (a:Person) ((x)-[:COAUTHORED]-(y)){0,2} (b:Person) RETURN count(*)
//// patterns 23
MATCH (n:Person&!Stale) RETURN count(n)
//// patterns 24
MATCH (n:Person|Topic) RETURN count(n)
//// patterns 25
MATCH (n:(Person|Topic)&!Institution) RETURN count(n)
//// patterns 26
MATCH (n:%) RETURN count(n)
//// patterns 27
MATCH (n:!%) RETURN count(n)
//// patterns 28
MATCH (n IS Person) RETURN count(n)
//// patterns 29
MATCH (n) WHERE n:Person OR n:Topic RETURN n LIMIT 1
//// patterns 30
MATCH (n) WHERE n IS Person RETURN n LIMIT 1
//// patterns 31
MATCH (n:$($label)) RETURN count(n)
//// patterns 32
MATCH (n:$all($labels)) RETURN count(n)
//// patterns 33
MATCH (n:$any(['Person', 'Topic'])) RETURN count(n)
//// patterns 34
MATCH ()-[r:$($type)]->() RETURN count(r)
//// patterns 35
MATCH (p:Person WHERE p.works > 3) RETURN p.name
//// patterns 36
MATCH (:Person)-[r:AUTHORED WHERE r.position = 1]->(w:Paper) RETURN w.title
//// patterns 37
MATCH (p:Person {name: 'Ann García', id: 'toy:ann'})-[:AUTHORED {position: 1}]->(w) RETURN w
//// patterns 38
MATCH (p:Person) WHERE (p)-[:AUTHORED]->(:Paper {year: 2018}) RETURN p.name
//// patterns 39
MATCH (p:Person) WHERE NOT EXISTS { (p)-[:AUTHORED]->() } RETURN p.name
//// patterns 40
MATCH (p:Person) WHERE EXISTS { MATCH (p)-[:AUTHORED]->(w:Paper) WHERE w.year > 2019 } RETURN p.name
//// patterns 41
MATCH (p:Person) WHERE EXISTS { MATCH (p)-[:AUTHORED]->(w) RETURN w UNION MATCH (p)-[:WORKS_ON]->(w) RETURN w } RETURN p.name
//// patterns 42
MATCH (p:Person) WHERE COUNT { (p)-[:AUTHORED]->(:Paper) } >= 2 RETURN p.name
//// patterns 43
MATCH (p:Person) RETURN p.name, COUNT { MATCH (p)-[:AUTHORED]->(w) WHERE w.year = 2020 RETURN DISTINCT w } AS n
//// patterns 44
MATCH (p:Person) RETURN p.name, COLLECT { MATCH (p)-[:AUTHORED]->(w) RETURN w.title ORDER BY w.year } AS titles
//// patterns 45
MATCH (p:Person) CALL (p) { MATCH (p)-[:AUTHORED]->(w) RETURN w ORDER BY w.year DESC LIMIT 1 } RETURN p.name, w.title
//// patterns 46
MATCH (p:Person) CALL (*) { MATCH (p)-[:AUTHORED]->(w) RETURN count(w) AS works } RETURN p.name, works
//// patterns 47
CALL () { MATCH (p:Person) RETURN p.name AS name UNION MATCH (t:Topic) RETURN t.name AS name } RETURN name ORDER BY name
//// patterns 48
CALL { MATCH (p:Person) RETURN count(p) AS people } RETURN people
//// patterns 49
MATCH (p:Person) CALL { WITH p MATCH (p)-[:AUTHORED]->(w) RETURN count(w) AS works } RETURN p.name, works
//// patterns 50
MATCH (p:Person) OPTIONAL CALL (p) { MATCH (p)-[:WORKS_ON]->(t) RETURN t LIMIT 1 } RETURN p.name, t.name
//// patterns 51
CALL () { CALL () { MATCH (n) RETURN count(n) AS number } RETURN number } RETURN number
//// patterns 52
MATCH (p:Person) RETURN [(p)-[:AUTHORED]->(w:Paper) WHERE w.year > 2018 | w.title] AS titles
//// patterns 53
MATCH (p:Person) RETURN [(p)-[:AUTHORED]->(w) | {title: w.title, year: w.year}] AS works
//// patterns 54
MATCH (p:Person) RETURN p {.name, .works, topics: [(p)-[:WORKS_ON]->(t) | t.name]} AS person
//// patterns 55
MATCH (p:Person) RETURN p {.*, extra: 1} AS person
//// patterns 56
MATCH (p:Person) RETURN p {.name, labels: labels(p)} AS person
//// patterns 57
MATCH (a:Person)-[c:COAUTHORED]-(b:Person) WHERE elementId(a) < elementId(b) RETURN a.name, b.name, c.papers
//// patterns 58
MATCH (a)-[r]-(b) RETURN startNode(r).id, endNode(r).id, properties(r) LIMIT 3
//// patterns 59
MATCH p = (a)-[*1..2]-(b) RETURN [r IN relationships(p) | type(r)] AS types, length(p) LIMIT 3
//// patterns 60
MATCH (n) WHERE size([(n)--() | 1]) > 3 RETURN n LIMIT 3
//// patterns 61
MATCH (a:Person)--(b)--(c) WHERE a <> c RETURN count(*)
