// Who holds the place for a load and has given a sign of life lately; no row when nobody does.
// mode: read
// param dead_after: int
// returns: holder
MATCH (l:Lock {id: 'load'})
WHERE l.holder IS NOT NULL AND timestamp() - coalesce(l.beat, 0) <= $dead_after
RETURN l.holder AS holder
