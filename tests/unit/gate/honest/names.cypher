//// names 1
MATCH (n) WHERE n.set = 1 OR n.create = 2 OR n.delete = 3 RETURN n.merge, n.remove, n.drop, n.load, n.call, n.use, n.show
//// names 2
MATCH (n) RETURN n.set AS `set`, n.delete AS `delete`
//// names 3
MATCH (n:Set)-[r:CREATE]->(m:Delete) RETURN n, r, m
//// names 4
MATCH (n:Create|Merge&!Drop) RETURN n
//// names 5
MATCH (n)-[:SET|DELETE|REMOVE]->(m) RETURN n
//// names 6
MATCH (n)-[:`CREATE`]->(m:`DETACH DELETE n`) RETURN n
//// names 7
MATCH (n {set: 1, create: 'x', delete: true}) RETURN n
//// names 8
RETURN {create: 1, merge: 2, set: 3, delete: 4, remove: 5, drop: 6, load: 7, call: 8, use: 9, show: 10} AS words
//// names 9
RETURN $create AS a, $set AS b, $delete AS c, $merge AS d, $load AS e
//// names 10
WITH {set: 1} AS m RETURN m.set
//// names 11
MATCH (set:Person) RETURN set.name
//// names 12
MATCH (create:Person)-[merge:AUTHORED]->(delete:Paper) RETURN create.name, merge.position, delete.title
//// names 13
MATCH (n) RETURN n {.set, .create, .delete} AS part
//// names 14
MATCH (n) RETURN n {set: 1, .create} AS part
//// names 15
RETURN 1 AS set
//// names 16
RETURN 1 AS create, 2 AS delete
//// names 17
RETURN [set IN [1, 2] WHERE set > 1] AS xs
//// names 18
RETURN [1, 2] AS load, 3 AS use
//// names 19
WITH 1 AS `create`, 2 AS `set` RETURN `create` + `set` AS sum
//// names 20
RETURN 'CREATE (n) SET n.x = 1 DELETE n' AS text
//// names 21
RETURN "DETACH DELETE n; DROP INDEX x; LOAD CSV" AS text
//// names 22
RETURN 'it\'s; CREATE (:Probe)' AS text
//// names 23
RETURN "she said \"SET n.x = 1\"" AS text
//// names 24
RETURN '/* no comment */ // none' AS text
//// names 25
RETURN "it's" AS a, 'say "x"' AS b
//// names 26
RETURN '\\' AS backslash, '\n\t' AS blanks, '\u00e9\u4f55' AS letters
//// names 27
RETURN 'C:\\users\\x' AS path
//// names 28
RETURN 'http://example.org/a//b' AS url, 'a;b;c' AS list
//// names 29
MATCH (p:Person) WHERE p.name = 'Bobby; DROP CONSTRAINT x' RETURN p
//// names 30
MATCH (p:Person) WHERE p.name = '何安' RETURN p.names
//// names 31
MATCH (人:Person) RETURN 人.name LIMIT 1
//// names 32
MATCH (größe:Paper) RETURN größe.title LIMIT 1
//// names 33
MATCH (p:Person) RETURN p.name AS `name of the person; SET`, p.works AS `# works`
//// names 34
RETURN 1 AS `back``tick`
//// names 35
// CREATE (:Probe)
MATCH (n) RETURN n LIMIT 1
//// names 36
MATCH (n) // SET n.x = 1
RETURN n LIMIT 1
//// names 37
/* DETACH DELETE everything */ MATCH (n) RETURN n LIMIT 1
//// names 38
MATCH (n) /* SET n.x = 1 */ RETURN /* DELETE n */ n LIMIT 1
//// names 39
MATCH (n) RETURN n LIMIT 1 // it's the end
//// names 40
MATCH (n) RETURN n LIMIT 1 /* the end; really */ ;
//// names 41
/* first
   second */
MATCH (n)
RETURN n
LIMIT 1
//// names 42
MATCH (n) RETURN n LIMIT 1; // done
//// names 43
MATCH (n)

  WHERE n.year > 2000
  AND n.title IS NOT NULL

RETURN n.title
ORDER BY n.year
LIMIT 5

//// names 44
MATCH (n) RETURN n.year, n.date LIMIT 1
//// names 45
MATCH (c:Call) RETURN c.call, c.procedure
//// names 46
RETURN {call: 'db.labels()', transactions: 1, transaction: 2} AS x
//// names 47
MATCH (n) WHERE n.transactions > 1 RETURN n.transaction
//// names 48
MATCH (n) WHERE n.type = 'article' RETURN n.index, n.constraint, n.user, n.role, n.database
//// names 49
MATCH (start)-[r]->(end) RETURN start, end LIMIT 1
//// names 50
MATCH (from)-[r]->(to) RETURN from.id AS source, to.id AS target LIMIT 1
//// names 51
MATCH (node)-[relationship]->(value) RETURN node, relationship, value LIMIT 1
//// names 52
MATCH (user:Person) RETURN user.name AS index, user.works AS order_number LIMIT 1
//// names 53
WITH 2020 AS year, 'x' AS title, 1 AS count RETURN year, title, count
//// names 54
MATCH (w:Paper) WITH w.year AS year, count(*) AS count RETURN year, count ORDER BY count DESC, year
//// names 55
MATCH (p:Person) RETURN p.name AS name, p.first_year AS start, p.last_year AS stop LIMIT 3
//// names 56
MATCH (p:Person) WITH p.first_year AS start, p.last_year AS stop RETURN stop - start AS span, count(*) ORDER BY span
