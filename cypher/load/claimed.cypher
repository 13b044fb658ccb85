// Which sources sent a record for some nodes, and under which id: what tells two things of one source apart.
// mode: read
// param ids: list of string
// returns: node, source, id
UNWIND $ids AS id
MATCH (:Identifier {id: id})-[:IDENTIFIES]->(n)
WITH DISTINCT n
MATCH (n)<-[:IDENTIFIES]-(own:Identifier)
WHERE own.source IS NOT NULL
RETURN n.id AS node, own.source AS source, own.id AS id
