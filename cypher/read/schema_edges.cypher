// The types of edges with their numbers and ends, and the properties of the first thousand edges of each.
// An end is null where it may have any of several labels.
// mode: read
// returns: name, source, target, number, sample, property, have, types, example
// why: numbers are from the count store, properties from 1,000 edges of a type at most; ask it once per version of the
// data set.
CALL () {
  MATCH (:Person)-[r:AUTHORED]->() WITH r LIMIT 1000
  RETURN 'AUTHORED' AS name, 'Person' AS source, 'Paper' AS target,
         COUNT { ()-[:AUTHORED]->() } AS number, collect(r) AS edges
  UNION ALL MATCH (:Person)-[r:COAUTHORED]->() WITH r LIMIT 1000
  RETURN 'COAUTHORED' AS name, 'Person' AS source, 'Person' AS target,
         COUNT { ()-[:COAUTHORED]->() } AS number, collect(r) AS edges
  UNION ALL MATCH (:Person)-[r:AFFILIATED_WITH]->() WITH r LIMIT 1000
  RETURN 'AFFILIATED_WITH' AS name, 'Person' AS source, 'Institution' AS target,
         COUNT { ()-[:AFFILIATED_WITH]->() } AS number, collect(r) AS edges
  UNION ALL MATCH (:Person)-[r:WORKS_ON]->() WITH r LIMIT 1000
  RETURN 'WORKS_ON' AS name, 'Person' AS source, 'Topic' AS target,
         COUNT { ()-[:WORKS_ON]->() } AS number, collect(r) AS edges
  UNION ALL MATCH (:Paper)-[r:HAS_TOPIC]->() WITH r LIMIT 1000
  RETURN 'HAS_TOPIC' AS name, 'Paper' AS source, 'Topic' AS target,
         COUNT { ()-[:HAS_TOPIC]->() } AS number, collect(r) AS edges
  UNION ALL MATCH (:Paper)-[r:CITES]->() WITH r LIMIT 1000
  RETURN 'CITES' AS name, 'Paper' AS source, 'Paper' AS target,
         COUNT { ()-[:CITES]->() } AS number, collect(r) AS edges
  UNION ALL MATCH (:Topic)-[r:PART_OF]->() WITH r LIMIT 1000
  RETURN 'PART_OF' AS name, 'Topic' AS source, 'Topic' AS target,
         COUNT { (:Topic)-[:PART_OF]->() } AS number, collect(r) AS edges
  UNION ALL MATCH (:Institution)-[r:PART_OF]->() WITH r LIMIT 1000
  RETURN 'PART_OF' AS name, 'Institution' AS source, 'Institution' AS target,
         COUNT { (:Institution)-[:PART_OF]->() } AS number, collect(r) AS edges
  UNION ALL MATCH (:Identifier)-[r:IDENTIFIES]->() WITH r LIMIT 1000
  RETURN 'IDENTIFIES' AS name, 'Identifier' AS source, null AS target,
         COUNT { ()-[:IDENTIFIES]->() } AS number, collect(r) AS edges
  UNION ALL MATCH ()-[r:REFERS_TO]->(:Identifier) WITH r LIMIT 1000
  RETURN 'REFERS_TO' AS name, null AS source, 'Identifier' AS target,
         COUNT { ()-[:REFERS_TO]->() } AS number, collect(r) AS edges
}
WITH name, source, target, number, edges, size(edges) AS sample
WHERE sample > 0
UNWIND edges AS r
UNWIND CASE keys(r) WHEN [] THEN [null] ELSE keys(r) END AS property
WITH name, source, target, number, sample, property, count(r) AS have,
     CASE property WHEN null THEN [] ELSE [each IN collect(r[property]) WHERE each <> []] END AS values
RETURN name, source, target, number, sample, property, have,
       COLLECT { UNWIND values AS each RETURN DISTINCT replace(valueType(each), ' NOT NULL', '') AS type ORDER BY type }
         AS types,
       values[0] AS example
ORDER BY name, source, property
