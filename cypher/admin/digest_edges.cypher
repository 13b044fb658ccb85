// Every edge with the ids of its ends.
// mode: read
// returns: type, source, target, facts
MATCH (a)-[e]->(b)
RETURN type(e) AS type, a.id AS source, b.id AS target, properties(e) AS facts
