// What was decided about people: which records are aliases, whether works were disowned, and who opted out. Loads ask
// for it.
// mode: read
// returns: aliases, disowned, tombstones
RETURN COLLECT { MATCH (a:Alias) RETURN [a.id, a.of] ORDER BY a.id } AS aliases,
       EXISTS { MATCH (:Disowned) } AS disowned,
       COLLECT { MATCH (t:Tombstone) RETURN t { .id, .key, .hashes } ORDER BY t.id } AS tombstones
