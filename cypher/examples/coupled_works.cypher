// Works that cite the same works as a given one (bibliographic coupling).
// mode: read
// param paper: string
// param limit: int
// example paper: "demo:shen2019qbert"
// example limit: 10
// returns: id, title, year, shared
MATCH (:Identifier {id: $paper})-[:IDENTIFIES]->(w:Paper)-[:CITES]->(r:Paper)<-[:CITES]-(o:Paper) WHERE o <> w
RETURN o.id AS id, o.title AS title, o.year AS year, count(r) AS shared ORDER BY shared DESC, id LIMIT $limit
