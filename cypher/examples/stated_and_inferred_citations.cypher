// How many citation edges a reference list states, and how many are inferred.
// mode: read
// returns: basis, edges
MATCH (:Paper)-[c:CITES]->(:Paper)
RETURN c.basis AS basis, count(c) AS edges ORDER BY basis
