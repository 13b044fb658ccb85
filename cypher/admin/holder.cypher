// Reads and claims the one place for a load; `holder` is who had it before.
// The first SET takes the lock of the node: of two that ask at once, the second reads what the first has written.
// mode: write
// param me: string
// param stale: list of string
// returns: holder
MERGE (l:Lock {id: 'load'})
SET l.at = datetime()
WITH l, l.holder AS holder
SET l.holder = CASE WHEN holder IS NULL OR holder IN $stale THEN $me ELSE holder END
RETURN holder
