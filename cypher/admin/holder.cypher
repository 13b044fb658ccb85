// Reads and claims the one place for a load; `holder` is who had it before.
// mode: write
// param me: string
// param stale: list of string
// returns: holder
MERGE (l:Lock {id: 'load'})
WITH l, l.holder AS holder
SET l.holder = CASE WHEN holder IS NULL OR holder IN $stale THEN $me ELSE holder END
RETURN holder
