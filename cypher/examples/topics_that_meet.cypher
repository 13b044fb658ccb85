// Pairs of topics that stand together on works, of the same scheme.
// mode: read
// param limit: int
// example limit: 10
// returns: a, b, works
MATCH (a:Topic)<-[:HAS_TOPIC]-(w:Paper)-[:HAS_TOPIC]->(b:Topic) WHERE a.id < b.id AND a.scheme = b.scheme
RETURN a.name AS a, b.name AS b, count(w) AS works ORDER BY works DESC, a, b LIMIT $limit
