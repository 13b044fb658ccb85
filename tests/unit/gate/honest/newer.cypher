//// newer 1
CYPHER 25 MATCH (p:Person) RETURN p.name LIMIT 1
//// newer 2
CYPHER 25 MATCH (p:Person) FILTER p.works > 2 RETURN p.name
//// newer 3
CYPHER 25 MATCH (p:Person) FILTER WHERE p.works > 2 RETURN p.name
//// newer 4
CYPHER 25 MATCH (p:Person) LET years = p.last_year - p.first_year RETURN p.name, years
//// newer 5
CYPHER 25 MATCH (p:Person) RETURN p ORDER BY p.id LIMIT 3 NEXT MATCH (p)-[:AUTHORED]->(w) RETURN w.title
//// newer 6
CYPHER 25 WHEN true THEN { RETURN 1 AS x } ELSE { RETURN 2 AS x }
//// newer 7
CYPHER 25 MATCH REPEATABLE ELEMENTS (a:Person)-[:COAUTHORED]-{2}(b:Person) RETURN count(*)
//// newer 8
CYPHER 25 MATCH DIFFERENT RELATIONSHIPS (a:Person)-[:COAUTHORED]-{2}(b:Person) RETURN count(*)
//// newer 9
CYPHER 25 UNWIND [1, 2] AS x RETURN x NEXT RETURN sum(x) AS total
//// newer 10
CYPHER 25 RETURN 'a' IS :: STRING AS yes
//// newer 11
CYPHER 25 RETURN coll.max([1, 2]) AS most, coll.sort([2, 1]) AS sorted
//// newer 12
CYPHER 25 EXPLAIN MATCH (p:Person) FILTER p.works > 2 RETURN p.name
