// In each year, how many pairs published together for the first time.
// mode: read
// returns: year, pairs
MATCH (:Person)-[c:COAUTHORED]->(:Person) WHERE c.first_year IS NOT NULL
RETURN c.first_year AS year, count(c) AS pairs ORDER BY year
