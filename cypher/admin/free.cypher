// Frees the place for a load, whoever holds it.
// mode: write
// returns: id
MATCH (l:Lock {id: 'load'})
REMOVE l.holder
RETURN l.id AS id
