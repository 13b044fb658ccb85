// Takes a person out of the graph, with all identifiers and joined records; what hung together with them becomes due.
// mode: write
// param id: string
// param family: list of string
// returns: rows
MATCH (k:Person {id: $id})
CALL (k) {
  MATCH (k)-[:COAUTHORED|AFFILIATED_WITH]-(near)
  SET near:Recount
}
CALL (k) {
  MATCH (i:Identifier)-[:IDENTIFIES]->(k)
  DETACH DELETE i
}
CALL () {
  MATCH (a:Alias)
  WHERE a.id IN $family
  DETACH DELETE a
}
CALL () {
  MATCH (d:Disowned)
  WHERE any(each IN d.people WHERE each IN $family)
  DELETE d
}
DETACH DELETE k
RETURN count(*) AS rows
