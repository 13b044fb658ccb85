// Gives the place for a load back.
// mode: write
// param me: string
// returns: id
MATCH (l:Lock {id: 'load', holder: $me})
REMOVE l.holder
RETURN l.id AS id
