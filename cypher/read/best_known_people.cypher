// The people with the most works, best known first, read in the order of the index on their number of works.
// mode: read
// param limit: int
// returns: id, label, works, coauthors, first_year, last_year
MATCH (p:Person)
WHERE p.works > 0
RETURN p.id AS id, coalesce(p.name, p.id) AS label, p.works AS works, coalesce(p.coauthors, 0) AS coauthors,
       p.first_year AS first_year, p.last_year AS last_year
ORDER BY p.works DESC, coauthors DESC, id
LIMIT $limit
