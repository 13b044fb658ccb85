// Whether any work came with its references, from the count store.
// mode: read
// returns: imported
MATCH (:Paper)-[r:REFERS_TO]->()
RETURN count(r) > 0 AS imported
