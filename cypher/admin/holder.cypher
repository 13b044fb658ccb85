// Claims the one place for a load when it is free; `holder` is who had it before, silent for so many milliseconds.
// The first SET takes the lock of the node: of two that ask at once, the second reads what the first has written.
// mode: write
// param me: string
// param stale: list of string
// param dead_after: int
// returns: mine, holder, silent
MERGE (l:Lock {id: 'load'})
SET l.at = datetime()
WITH l, l.holder AS holder, timestamp() - coalesce(l.beat, 0) AS silent
WITH l, holder, silent, holder IS NULL OR holder IN $stale OR silent > $dead_after AS mine
FOREACH (_ IN CASE WHEN mine THEN [1] ELSE [] END | SET l.holder = $me, l.beat = timestamp())
RETURN mine, holder, silent
