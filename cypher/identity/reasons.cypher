// The reasons of joins and of works that were disowned, to see which of them name somebody.
// mode: read
// returns: id, why
MATCH (n:Alias|Disowned)
WHERE n.why IS NOT NULL
RETURN n.id AS id, n.why AS why
ORDER BY id
