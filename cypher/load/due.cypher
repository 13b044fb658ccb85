// Whether anything is due for derivation, also what a load that never ended has left.
// mode: read
// returns: due
MATCH (n:Stale)
RETURN count(n) > 0 AS due
