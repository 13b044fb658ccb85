// Every identifier of every person, in parts, to see whether somebody is here who opted out.
// mode: read
// param after: string
// param limit: int
// returns: ids, nodes
MATCH (i:Identifier)
WHERE i.id > $after
WITH i ORDER BY i.id LIMIT $limit
OPTIONAL MATCH (i)-[:IDENTIFIES]->(k:Person)
RETURN collect(i.id) AS ids, collect(coalesce(k.id, '')) AS nodes
