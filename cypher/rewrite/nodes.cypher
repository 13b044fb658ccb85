// Every node of the database with its labels and properties.
// mode: read
// returns: key, labels, facts
MATCH (n)
RETURN elementId(n) AS key, labels(n) AS labels, properties(n) AS facts
