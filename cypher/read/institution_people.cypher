// The people most active at some institutions, such as one and its parts: by the sum of 2^(-(Y - year) / half_life) over
// their works that state one of them, Y the latest year of the data set; a work without a year adds nothing.
// mode: read
// param ids: list of string
// param half_life: float
// param candidates: int
// param limit: int
// returns: id, label, papers, last_year, weight
// why: as for topic_people, only the `candidates` of whom the sum can be largest are summed work by work.
OPTIONAL MATCH (d:Dataset {id: 'dataset'})
WITH coalesce(d.latest_year, 2000) AS latest
MATCH (o:Institution)<-[f:AFFILIATED_WITH]-(p:Person)
WHERE o.id IN $ids
WITH p, latest, sum(f.papers) AS stated, max(f.last_year) AS last
WITH p, latest, stated, coalesce(stated * 2.0 ^ ((last - latest) / $half_life), 0.0) AS most
ORDER BY most DESC, stated DESC, p.id LIMIT $candidates
MATCH (p)-[a:AUTHORED]->(w:Paper)
WHERE any(place IN a.institutions WHERE place IN $ids)
RETURN p.id AS id, coalesce(p.name, p.id) AS label, count(*) AS papers, max(w.year) AS last_year,
       sum(coalesce(2.0 ^ ((w.year - latest) / $half_life), 0.0)) AS weight
ORDER BY weight DESC, papers DESC, id
LIMIT $limit
