// People who have published with both of two people.
// mode: read
// param first: string
// param second: string
// param limit: int
// example first: "demo:yuxiong-he"
// example second: "demo:raul-puri"
// example limit: 10
// returns: id, name, with_first, with_second
MATCH (:Identifier {id: $first})-[:IDENTIFIES]->(a:Person), (:Identifier {id: $second})-[:IDENTIFIES]->(b:Person)
MATCH (a)-[x:COAUTHORED]-(p:Person)-[y:COAUTHORED]-(b)
RETURN p.id AS id, p.name AS name, x.papers AS with_first, y.papers AS with_second
ORDER BY with_first + with_second DESC, id LIMIT $limit
