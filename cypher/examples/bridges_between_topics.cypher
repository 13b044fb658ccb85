// People who publish in two topics, the weaker side first in the order: who bridges them.
// mode: read
// param first: string
// param second: string
// param limit: int
// example first: "arxivclass:cs.LG"
// example second: "arxivclass:cs.DC"
// example limit: 10
// returns: id, name, in_first, in_second
MATCH (:Identifier {id: $first})-[:IDENTIFIES]->(one:Topic), (:Identifier {id: $second})-[:IDENTIFIES]->(two:Topic)
MATCH (one)<-[a:WORKS_ON]-(p:Person)-[b:WORKS_ON]->(two)
WITH p, a.papers AS in_first, b.papers AS in_second
RETURN p.id AS id, p.name AS name, in_first, in_second
ORDER BY CASE WHEN in_first < in_second THEN in_first ELSE in_second END DESC, in_first + in_second DESC, id LIMIT $limit
