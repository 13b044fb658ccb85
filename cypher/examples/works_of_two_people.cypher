// The joint works of two people.
// mode: read
// param first: string
// param second: string
// param limit: int
// example first: "demo:yuxiong-he"
// example second: "demo:zhewei-yao"
// example limit: 10
// returns: id, title, year
MATCH (:Identifier {id: $first})-[:IDENTIFIES]->(a:Person), (:Identifier {id: $second})-[:IDENTIFIES]->(b:Person)
MATCH (a)-[:AUTHORED]->(w:Paper)<-[:AUTHORED]-(b)
RETURN w.id AS id, w.title AS title, w.year AS year ORDER BY year DESC, id LIMIT $limit
