// The people with the most works, with co-authors and years.
// mode: read
// param limit: int
// example limit: 10
// returns: id, name, works, coauthors, first_year, last_year
MATCH (p:Person) WHERE p.works IS NOT NULL
RETURN p.id AS id, p.name AS name, p.works AS works, p.coauthors AS coauthors,
       p.first_year AS first_year, p.last_year AS last_year
ORDER BY works DESC, coauthors DESC, id LIMIT $limit
