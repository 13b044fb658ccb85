// Takes the names of aliases away that came from the source; that they are aliases is no word of a source, and stays.
// mode: write
// param source: string
// returns: rows
MATCH (a:Alias {source: $source})
CALL (a) {
  REMOVE a.name, a.names, a.source, a.rank
} IN TRANSACTIONS OF 5000 ROWS
RETURN count(*) AS rows
