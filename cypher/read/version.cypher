// The version of the data set, which every committed change of graph facts raises. While a load is under way, or was
// stopped, how far it came is part of it: what is read then is never taken for what was there before or after.
// mode: read
// returns: version
OPTIONAL MATCH (d:Dataset {id: 'dataset'})
CALL () {
  MATCH (r:LoadRun)
  WHERE r.state IN ['running', 'deriving'] AND r.records > 0
  WITH r ORDER BY r.id
  RETURN collect(toString(r.position) + coalesce('.' + r.step, '')) AS under_way
}
WITH d, under_way
WHERE d IS NOT NULL OR size(under_way) > 0
RETURN reduce(text = coalesce(toString(d.version), '0'), part IN under_way | text + '+' + part) AS version
