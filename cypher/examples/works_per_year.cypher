// Works per year and kind.
// mode: read
// returns: year, type, works
MATCH (w:Paper) WHERE w.year IS NOT NULL
RETURN w.year AS year, w.type AS type, count(w) AS works ORDER BY year, type
