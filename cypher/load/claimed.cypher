// The ids under which one source already sent a record for the nodes of some ids.
// mode: read
// param ids: list of string
// param source: string
// returns: id, claimed
UNWIND $ids AS id
MATCH (:Identifier {id: id})-[:IDENTIFIES]->()<-[:IDENTIFIES]-(own:Identifier {source: $source})
RETURN id, collect(own.id) AS claimed
