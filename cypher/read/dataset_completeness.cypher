// Of each kind of fact, how many things have it. Reads every node once: ask it once per version of the data set.
// mode: read
// returns: fact, have, of
// why: unbounded on purpose; one pass over each kind of node, degrees and properties only
MATCH (p:Paper)
WITH count(p) AS papers, count(p.year) AS years, count(p.abstract_source) AS abstracts, count(p.citations) AS citations,
     count(p.license) AS licenses, count(CASE WHEN EXISTS { (p)-[:HAS_TOPIC]->() } THEN 1 END) AS topics,
     count(CASE WHEN EXISTS { (p)-[:REFERS_TO]->() } THEN 1 END) AS references,
     count(CASE WHEN EXISTS { (p)<-[:AUTHORED]-() } THEN 1 END) AS authors
CALL () {
  MATCH (a:Person)
  RETURN count(a) AS people, count(CASE WHEN EXISTS { (a)-[:AFFILIATED_WITH]->() } THEN 1 END) AS affiliated
}
CALL () {
  MATCH (i:Identifier)-[:IDENTIFIES]->(a:Person)
  WHERE i.id STARTS WITH 'orcid:'
  RETURN count(DISTINCT a) AS orcids
}
CALL () {
  MATCH (i:Institution)
  RETURN count(i) AS institutions, count(i.country) AS countries
}
UNWIND [
  ['papers with a year', years, papers],
  ['papers with an identified author', authors, papers],
  ['papers with an abstract', abstracts, papers],
  ['papers with a topic', topics, papers],
  ['papers with a reference list', references, papers],
  ["papers with their source's count of citations", citations, papers],
  ['papers with a licence', licenses, papers],
  ['people with an institution', affiliated, people],
  ['people with an ORCID iD', orcids, people],
  ['institutions with a country', countries, institutions]
] AS row
RETURN row[0] AS fact, row[1] AS have, row[2] AS of
