// Nodes by kind and edges by type, from the count store: no node is touched.
// mode: read
// returns: name, number
MATCH (n:Person) RETURN 'Person' AS name, count(n) AS number
UNION ALL MATCH (n:Paper) RETURN 'Paper' AS name, count(n) AS number
UNION ALL MATCH (n:Topic) RETURN 'Topic' AS name, count(n) AS number
UNION ALL MATCH (n:Institution) RETURN 'Institution' AS name, count(n) AS number
UNION ALL MATCH ()-[r:AUTHORED]->() RETURN 'AUTHORED' AS name, count(r) AS number
UNION ALL MATCH ()-[r:COAUTHORED]->() RETURN 'COAUTHORED' AS name, count(r) AS number
UNION ALL MATCH ()-[r:HAS_TOPIC]->() RETURN 'HAS_TOPIC' AS name, count(r) AS number
UNION ALL MATCH ()-[r:CITES]->() RETURN 'CITES' AS name, count(r) AS number
UNION ALL MATCH ()-[r:AFFILIATED_WITH]->() RETURN 'AFFILIATED_WITH' AS name, count(r) AS number
UNION ALL MATCH ()-[r:PART_OF]->() RETURN 'PART_OF' AS name, count(r) AS number
