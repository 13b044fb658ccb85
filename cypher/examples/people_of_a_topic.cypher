// The people with the most works on a topic.
// mode: read
// param topic: string
// param limit: int
// example topic: "arxivclass:cs.LG"
// example limit: 10
// returns: id, name, works, last_year
MATCH (:Identifier {id: $topic})-[:IDENTIFIES]->(t:Topic)<-[x:WORKS_ON]-(p:Person)
RETURN p.id AS id, p.name AS name, x.papers AS works, x.last_year AS last_year
ORDER BY works DESC, last_year DESC, id LIMIT $limit
