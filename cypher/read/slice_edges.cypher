// The edges among some nodes, and the facts of those of them that are the seeds of a slice.
// mode: read
// param people: list of string
// param papers: list of string
// param topics: list of string
// param institutions: list of string
// param seeds: list of string
// returns: seeds, AUTHORED, COAUTHORED, HAS_TOPIC, CITES, AFFILIATED_WITH, PART_OF
// why: at most 1,000 nodes come in; only their own edges are read.
WITH COLLECT { UNWIND $people AS id MATCH (n:Person {id: id}) RETURN n } AS people,
     COLLECT { UNWIND $papers AS id MATCH (n:Paper {id: id}) RETURN n } AS papers,
     COLLECT { UNWIND $topics AS id MATCH (n:Topic {id: id}) RETURN n } AS topics,
     COLLECT { UNWIND $institutions AS id MATCH (n:Institution {id: id}) RETURN n } AS institutions
RETURN [n IN people + papers + topics + institutions WHERE n.id IN $seeds |
         n { .id, .citations_graph, year: coalesce(n.year, n.last_year), type: coalesce(n.type, n.scheme),
             label: coalesce(n.name, n.title), works: coalesce(n.works, n.papers) }] AS seeds,
       COLLECT { UNWIND papers AS p MATCH (p)<-[:AUTHORED]-(q:Person) WHERE q IN people RETURN [q.id, p.id] } AS AUTHORED,
       COLLECT { UNWIND people AS a MATCH (a)-[e:COAUTHORED]->(b:Person) WHERE b IN people
                 RETURN [a.id, b.id, e.papers, e.first_year, e.last_year] } AS COAUTHORED,
       COLLECT { UNWIND papers AS p MATCH (p)-[e:HAS_TOPIC]->(t:Topic) WHERE t IN topics
                 RETURN [p.id, t.id, e.score] } AS HAS_TOPIC,
       COLLECT { UNWIND papers AS p MATCH (p)-[e:CITES]->(q:Paper) WHERE q IN papers RETURN [p.id, q.id, e.basis] } AS CITES,
       COLLECT { UNWIND people AS q MATCH (q)-[e:AFFILIATED_WITH]->(i:Institution) WHERE i IN institutions
                 RETURN [q.id, i.id, e.papers, e.first_year, e.last_year] } AS AFFILIATED_WITH,
       COLLECT { UNWIND topics + institutions AS n MATCH (n)-[:PART_OF]->(m) WHERE m IN topics OR m IN institutions
                 RETURN [n.id, m.id] } AS PART_OF
