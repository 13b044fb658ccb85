// Works that are cited together with a given one (co-citation).
// mode: read
// param paper: string
// param limit: int
// example paper: "demo:devlin2018bert"
// example limit: 10
// returns: id, title, year, times
MATCH (:Identifier {id: $paper})-[:IDENTIFIES]->(w:Paper)<-[:CITES]-(c:Paper)-[:CITES]->(o:Paper) WHERE o <> w
RETURN o.id AS id, o.title AS title, o.year AS year, count(c) AS times ORDER BY times DESC, id LIMIT $limit
