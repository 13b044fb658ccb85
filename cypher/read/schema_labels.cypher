// The labels of nodes with their numbers, and the properties of the first thousand nodes of each, with a value to see.
// mode: read
// returns: name, number, sample, property, have, types, example
// why: numbers are from the count store, properties from 1,000 nodes of a label at most; ask it once per version of the
// data set.
CALL () {
  MATCH (n:Person) WITH n LIMIT 1000
  RETURN 'Person' AS name, COUNT { (:Person) } AS number, collect(n) AS nodes
  UNION ALL MATCH (n:Paper) WITH n LIMIT 1000
  RETURN 'Paper' AS name, COUNT { (:Paper) } AS number, collect(n) AS nodes
  UNION ALL MATCH (n:Topic) WITH n LIMIT 1000
  RETURN 'Topic' AS name, COUNT { (:Topic) } AS number, collect(n) AS nodes
  UNION ALL MATCH (n:Institution) WITH n LIMIT 1000
  RETURN 'Institution' AS name, COUNT { (:Institution) } AS number, collect(n) AS nodes
  UNION ALL MATCH (n:Identifier) WITH n LIMIT 1000
  RETURN 'Identifier' AS name, COUNT { (:Identifier) } AS number, collect(n) AS nodes
  UNION ALL MATCH (n:LoadRun) WITH n LIMIT 1000
  RETURN 'LoadRun' AS name, COUNT { (:LoadRun) } AS number, collect(n) AS nodes
  UNION ALL MATCH (n:Dataset) WITH n LIMIT 1000
  RETURN 'Dataset' AS name, COUNT { (:Dataset) } AS number, collect(n) AS nodes
}
WITH name, number, nodes, size(nodes) AS sample
UNWIND nodes AS n
UNWIND keys(n) AS property
WITH name, number, sample, property, [each IN collect(n[property]) WHERE each <> []] AS values, count(n) AS have
RETURN name, number, sample, property, have,
       COLLECT { UNWIND values AS each RETURN DISTINCT replace(valueType(each), ' NOT NULL', '') AS type ORDER BY type }
         AS types,
       values[0] AS example
ORDER BY name, property
