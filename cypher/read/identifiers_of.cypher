// All identifiers of the node that an identifier leads to.
// mode: read
// param id: string
// returns: id
MATCH (:Identifier {id: $id})-[:IDENTIFIES]->(n)<-[:IDENTIFIES]-(i:Identifier)
RETURN i.id AS id
ORDER BY id
