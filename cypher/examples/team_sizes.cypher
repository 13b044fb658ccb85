// How many authors works have, and how that changes over the years.
// mode: read
// returns: year, works, mean, median, largest
MATCH (w:Paper) WHERE w.year IS NOT NULL AND w.author_count > 0
RETURN w.year AS year, count(w) AS works, round(avg(w.author_count), 2) AS mean,
       percentileDisc(w.author_count, 0.5) AS median, max(w.author_count) AS largest ORDER BY year
