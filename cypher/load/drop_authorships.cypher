// Takes back the byline of papers before it is written anew; the people become due for derivation.
// mode: write
// param papers: list of string
// returns: rows
UNWIND $papers AS id
MATCH (:Paper {id: id})<-[a:AUTHORED|SET_ASIDE]-(w:Person)
SET w:Stale
DELETE a
RETURN count(*) AS rows
