// Brings a person back who had opted out: the node, what was joined to it, what is stated of it by id, and
// its identifiers where nothing took them.
// mode: write
// param person: map
// param aliases: list of map
// param identifiers: list of map
// param refers: list of map
// param disowned: list of map
// returns: rows
MERGE (k:Person {id: $person.id})
SET k += $person, k:Stale
FOREACH (alias IN $aliases | MERGE (a:Alias {id: alias.id}) SET a = alias)
FOREACH (each IN $disowned | MERGE (d:Disowned {id: each.id}) SET d = each)
WITH k
CALL (k) {
  UNWIND $refers AS row
  MERGE (i:Identifier {id: row.id})
  CREATE (k)-[r:REFERS_TO]->(i)
  SET r = row.edge
}
UNWIND $identifiers AS row
MERGE (i:Identifier {id: row.node.id})
WITH k, i, row
WHERE NOT EXISTS { (i)-[:IDENTIFIES]->() }
SET i = row.node
CREATE (i)-[f:IDENTIFIES]->(k)
SET f = row.edge
RETURN count(*) AS rows
