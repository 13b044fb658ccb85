// The papers that identifiers lead to, in the order of these; identifiers of anything else are left out.
// mode: read
// param ids: list of string
// returns: id
UNWIND range(0, size($ids) - 1) AS place
MATCH (:Identifier {id: $ids[place]})-[:IDENTIFIES]->(p:Paper)
RETURN p.id AS id
ORDER BY place
