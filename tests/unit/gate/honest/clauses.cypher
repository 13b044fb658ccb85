//// clauses 1
MATCH (n) RETURN n LIMIT 10
//// clauses 2
match (p:Person) return p.name limit 5
//// clauses 3
MATCH (p:Person) RETURN p.name AS name ORDER BY name SKIP 5 LIMIT 5;
//// clauses 4
MATCH (p:Person)-[:AUTHORED]->(w:Paper) RETURN p.name, count(w) AS works ORDER BY works DESC LIMIT 20
//// clauses 5
MATCH (p:Person {id: $id}) RETURN p
//// clauses 6
MATCH (p:Person) WHERE p.name STARTS WITH 'A' AND NOT p.name ENDS WITH 'z' RETURN p.name
//// clauses 7
MATCH (p:Person) WHERE p.name CONTAINS 'ann' OR p.name =~ '(?i).*garc.*' RETURN p.name
//// clauses 8
MATCH (w:Paper) WHERE w.year IN [2019, 2020, 2021] RETURN w.title
//// clauses 9
MATCH (w:Paper) WHERE 2015 <= w.year < 2020 RETURN count(*)
//// clauses 10
MATCH (w:Paper) WHERE w.abstract IS NULL RETURN count(w) AS without
//// clauses 11
MATCH (w:Paper) WHERE w.abstract IS NOT NULL RETURN count(w) AS with_abstract
//// clauses 12
OPTIONAL MATCH (p:Person {name: 'Nobody'}) RETURN p
//// clauses 13
MATCH (p:Person) OPTIONAL MATCH (p)-[:AFFILIATED_WITH]->(i:Institution) RETURN p.name, collect(i.name) AS places
//// clauses 14
MATCH (p:Person) WITH p, COUNT { (p)-[:AUTHORED]->() } AS works WHERE works > 2 RETURN p.name, works
//// clauses 15
MATCH (p:Person) WITH DISTINCT p.name AS name RETURN count(name)
//// clauses 16
MATCH (p:Person) WITH * ORDER BY p.id LIMIT 3 RETURN *
//// clauses 17
UNWIND $ids AS id MATCH (p:Person {id: id}) RETURN p.name
//// clauses 18
UNWIND range(2010, 2024) AS year OPTIONAL MATCH (w:Paper {year: year}) RETURN year, count(w) AS papers
//// clauses 19
UNWIND [{a: 1, b: 'x'}, {a: 2, b: 'y'}] AS row RETURN row.a, row.b
//// clauses 20
RETURN 1
//// clauses 21
RETURN 1 AS one, 'two' AS two, [3] AS three, {four: 4} AS four
//// clauses 22
WITH 1 AS x RETURN x + 1 AS y
//// clauses 23
MATCH (p:Person) RETURN p.name AS name UNION MATCH (t:Topic) RETURN t.name AS name
//// clauses 24
MATCH (p:Person) RETURN p.name AS name UNION ALL MATCH (i:Institution) RETURN i.name AS name
//// clauses 25
MATCH (p:Person) RETURN p.name AS name UNION DISTINCT MATCH (i:Institution) RETURN i.name AS name
//// clauses 26
MATCH (a:Person), (b:Person) WHERE a.id < b.id RETURN a.name, b.name LIMIT 3
//// clauses 27
MATCH (n) RETURN DISTINCT labels(n) AS labels, count(*) AS number
//// clauses 28
MATCH ()-[r]->() RETURN type(r) AS type, count(*) AS number ORDER BY number DESC
//// clauses 29
MATCH (w:Paper) RETURN w.year AS year, avg(w.citations) AS mean, stDev(w.citations) AS spread ORDER BY year
//// clauses 30
MATCH (w:Paper) RETURN percentileCont(w.citations, 0.5) AS median, percentileDisc(w.citations, 0.9) AS most
//// clauses 31
MATCH (w:Paper) RETURN min(w.year) AS first, max(w.year) AS last, sum(w.citations) AS citations
//// clauses 32
MATCH (w:Paper) RETURN w ORDER BY w.year DESCENDING, w.title ASCENDING LIMIT 1
//// clauses 33
MATCH (w:Paper) RETURN w.title ORDER BY w.year DESC, w.title ASC SKIP toInteger($skip) LIMIT toInteger($limit)
//// clauses 34
MATCH (w:Paper) RETURN w.title OFFSET 2 LIMIT 2
//// clauses 35
MATCH (n) FINISH
//// clauses 36
CALL db.labels()
//// clauses 37
CALL db.labels
//// clauses 38
CALL db.labels() YIELD label RETURN label ORDER BY label
//// clauses 39
CALL db.relationshipTypes() YIELD relationshipType AS type WHERE type <> 'X' RETURN type
//// clauses 40
CALL db.propertyKeys() YIELD *
//// clauses 41
CALL db.schema.visualization()
//// clauses 42
CALL db.schema.nodeTypeProperties() YIELD nodeType, propertyName RETURN nodeType, collect(propertyName)
//// clauses 43
CALL db.schema.relTypeProperties()
//// clauses 44
CALL db.index.fulltext.queryNodes('person_names', 'ann~') YIELD node, score RETURN node.name, score LIMIT 5
//// clauses 45
CALL db.index.fulltext.queryNodes("paper_titles", $words, {limit: 10}) YIELD node AS paper RETURN paper.title
//// clauses 46
CALL db.index.fulltext.listAvailableAnalyzers() YIELD analyzer RETURN analyzer
//// clauses 47
CALL `db`.`labels`() YIELD label RETURN label
//// clauses 48
MATCH (p:Person) CALL db.labels() YIELD label WITH p, label WHERE label IN labels(p) RETURN p.name, label LIMIT 1
//// clauses 49
EXPLAIN MATCH (p:Person) RETURN p.name
//// clauses 50
PROFILE MATCH (p:Person) RETURN count(p)
//// clauses 51
explain match (p:Person) return p
//// clauses 52
CYPHER 5 MATCH (p:Person) RETURN count(p)
//// clauses 53
CYPHER 5 EXPLAIN MATCH (p:Person) RETURN count(p)
//// clauses 54
MATCH (p:Person) USING INDEX p:Person(works) WHERE p.works > 3 RETURN p.name
//// clauses 55
MATCH (w:Paper) USING SCAN w:Paper WHERE w.year = 2020 RETURN w.title
//// clauses 56
MATCH (w:Paper) USING RANGE INDEX w:Paper(year) WHERE w.year > 2018 RETURN w.title
//// clauses 57
MATCH (w:Paper) USING INDEX SEEK w:Paper(year) WHERE w.year = 2018 RETURN w.title
//// clauses 58
MATCH (a:Person)-[:AUTHORED]->(w)<-[:AUTHORED]-(b:Person) USING JOIN ON w RETURN a.name, b.name LIMIT 1
