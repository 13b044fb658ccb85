// Every edge of the database with its type, its properties and its ends.
// mode: read
// returns: start, end, type, facts
MATCH (a)-[r]->(b)
RETURN elementId(a) AS start, elementId(b) AS end, type(r) AS type, properties(r) AS facts
