// Makes a person's record an alias of another: what is stated of it moves, each edge remembering of which id it was
// stated; what was derived goes, and is derived anew for the one that is kept.
// mode: write
// param keep: string
// param alias: string
// param facts: map
// returns: identifiers, works
MATCH (k:Person {id: $keep})
MATCH (g:Person {id: $alias})
CALL (k, g) {
  MATCH (g)<-[f:IDENTIFIES]-(i:Identifier)
  CREATE (i)-[moved:IDENTIFIES]->(k)
  SET moved = properties(f), moved.about = coalesce(f.about, $alias)
  DELETE f
  RETURN count(*) AS identifiers
}
CALL (k, g) {
  MATCH (g)-[a:AUTHORED]->(p:Paper)
  CREATE (k)-[moved:AUTHORED]->(p)
  SET moved = properties(a), moved.about = coalesce(a.about, $alias)
  DELETE a
  RETURN count(*) AS works
}
CALL (k, g) {
  MATCH (g)-[a:SET_ASIDE]->(p:Paper)
  CREATE (k)-[moved:SET_ASIDE]->(p)
  SET moved = properties(a), moved.about = coalesce(a.about, $alias)
  DELETE a
}
CALL (k, g) {
  MATCH (g)-[r:REFERS_TO]->(i:Identifier)
  CREATE (k)-[moved:REFERS_TO]->(i)
  SET moved = properties(r), moved.about = coalesce(r.about, $alias)
  DELETE r
}
CALL (g) {
  MATCH (g)-[e:COAUTHORED|AFFILIATED_WITH|WORKS_ON]-(near)
  FOREACH (_ IN CASE WHEN near:Person OR near:Institution THEN [1] ELSE [] END | SET near:Recount)
  DELETE e
}
REMOVE g:Person:Stale, g.works, g.coauthors, g.first_year, g.last_year, g.s1, g.s4
SET g:Alias, g.of = $keep, g += $facts, k:Stale
RETURN identifiers, works
