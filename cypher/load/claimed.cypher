// Which sources sent a record for some nodes, and under which id: what tells two things of one source apart.
// An alias is a thing of its own.
// mode: read
// param ids: list of string
// returns: node, source, id
UNWIND $ids AS id
MATCH (:Identifier {id: id})-[f:IDENTIFIES]->(n)
WITH DISTINCT n, f.about AS about
MATCH (n)<-[o:IDENTIFIES]-(own:Identifier)
WHERE own.source IS NOT NULL AND (o.about = about OR o.about IS NULL AND about IS NULL)
RETURN coalesce(about, n.id) AS node, own.source AS source, own.id AS id
