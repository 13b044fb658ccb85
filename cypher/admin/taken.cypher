// Labels of one node that carries a label which the program writes; no row means that none does.
// mode: read
// returns: labels
// why: asked before other people's data are adopted; of such a node nobody could tell whose it is
MATCH (n:Person|Paper|Topic|Institution|Identifier|Alias|Disowned|Tombstone|LoadRun|Dataset|Stale|Recount)
RETURN labels(n) AS labels
LIMIT 1
