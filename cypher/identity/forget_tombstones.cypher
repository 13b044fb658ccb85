// Takes opt-outs back.
// mode: write
// param ids: list of string
// returns: rows
MATCH (t:Tombstone)
WHERE t.id IN $ids
DELETE t
RETURN count(*) AS rows
