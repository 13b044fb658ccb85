// The shortest ways of co-authorship between two people.
// mode: read
// param first: string
// param second: string
// param limit: int
// example first: "demo:yuxiong-he"
// example second: "demo:raul-puri"
// example limit: 10
// returns: names, steps
// why: six steps at most: longer ways say little and cost much
MATCH (:Identifier {id: $first})-[:IDENTIFIES]->(a:Person), (:Identifier {id: $second})-[:IDENTIFIES]->(b:Person)
MATCH way = allShortestPaths((a)-[:COAUTHORED*..6]-(b))
RETURN [n IN nodes(way) | n.name] AS names, length(way) AS steps ORDER BY names LIMIT $limit
