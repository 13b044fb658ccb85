// Undoes a join: the alias is a person again, and what is stated of it, or of what is joined to it, moves back.
// `family` are the alias and the aliases that are joined to it; `facts` names the properties of the join, as nulls.
// mode: write
// param keep: string
// param alias: string
// param family: list of string
// param facts: map
// returns: identifiers, works
MATCH (k:Person {id: $keep})
MATCH (g:Alias {id: $alias})
CALL (k, g) {
  MATCH (k)<-[f:IDENTIFIES]-(i:Identifier)
  WHERE f.about IN $family
  CREATE (i)-[moved:IDENTIFIES]->(g)
  SET moved = properties(f), moved.about = nullif(f.about, $alias)
  DELETE f
  RETURN count(*) AS identifiers
}
CALL (k, g) {
  MATCH (k)-[a:AUTHORED]->(p:Paper)
  WHERE a.about IN $family
  CREATE (g)-[moved:AUTHORED]->(p)
  SET moved = properties(a), moved.about = nullif(a.about, $alias)
  DELETE a
  RETURN count(*) AS works
}
CALL (k, g) {
  MATCH (k)-[a:SET_ASIDE]->(p:Paper)
  WHERE a.about IN $family
  CREATE (g)-[moved:SET_ASIDE]->(p)
  SET moved = properties(a), moved.about = nullif(a.about, $alias)
  DELETE a
}
CALL (k, g) {
  MATCH (k)-[r:REFERS_TO]->(i:Identifier)
  WHERE r.about IN $family
  CREATE (g)-[moved:REFERS_TO]->(i)
  SET moved = properties(r), moved.about = nullif(r.about, $alias)
  DELETE r
}
REMOVE g:Alias, g.of
SET g:Person:Stale, g += $facts, k:Stale
RETURN identifiers, works
