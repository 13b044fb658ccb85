// Marks the authors of changed papers as due for derivation.
// mode: write
// param papers: list of string
// returns: rows
UNWIND $papers AS id
MATCH (:Paper {id: id})<-[:AUTHORED]-(w:Person)
SET w:Stale
RETURN count(*) AS rows
