// Of two papers that are found to be one, keeps the byline of the preferred source; the people become due.
// mode: write
// param rows: list of map
// returns: rows
UNWIND $rows AS row
MATCH (k:Paper {id: row.keep})
MATCH (g:Paper {id: row.gone})
CALL (row, k, g) {
  UNWIND [k, g] AS p
  MATCH (w:Person)-[a:AUTHORED|SET_ASIDE]->(p)
  SET w:Stale
  FOREACH (_ IN CASE WHEN row.core AND p = g AND type(a) = 'AUTHORED' THEN [1] ELSE [] END |
    CREATE (w)-[moved:AUTHORED]->(k)
    SET moved = properties(a)
  )
  FOREACH (_ IN CASE WHEN row.core AND p = g AND type(a) = 'SET_ASIDE' THEN [1] ELSE [] END |
    CREATE (w)-[moved:SET_ASIDE]->(k)
    SET moved = properties(a)
  )
  FOREACH (_ IN CASE WHEN row.core OR p = g THEN [1] ELSE [] END | DELETE a)
}
RETURN count(*) AS rows
