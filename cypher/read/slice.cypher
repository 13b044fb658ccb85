// What lies around nodes of any kind: works, people, topics and institutions, each kind in its own total order.
// A work weighs (1 + citations in the graph) x 2^(-age / 2): half the citations weigh as much as two years of age.
// `best` is the place of the first work (of a person or topic) or person (of an institution) that leads to it, -1 for
// what a seed leads to; kin are the wholes and parts of the seed.
// mode: read
// param people: list of string
// param papers: list of string
// param topics: list of string
// param institutions: list of string
// param year_from: int?
// param year_to: int?
// param limits: map
// returns: dataset, total, Paper, Person, Topic, Institution
// why: a person's works and co-authors are hundreds and are ranked whole, so that totals are exact; a topic, an
// institution or a much cited paper is looked at up to 10,000 edges, and the 500 weightiest works of a topic or
// institution stand for it where people and topics are chosen; `limits` cuts what leaves, by kind.
OPTIONAL MATCH (d:Dataset {id: 'dataset'})
WITH toString(coalesce(d.version, 0)) AS dataset, coalesce(d.latest_year, 2000) AS latest,
     COLLECT { UNWIND $people AS id MATCH (n:Person {id: id}) RETURN n } AS seed_people,
     COLLECT { UNWIND $papers AS id MATCH (n:Paper {id: id}) RETURN n } AS seed_papers
CALL (seed_people, seed_papers, latest) {
  CALL (seed_people, seed_papers) {
    UNWIND seed_people AS c MATCH (c)-[:AUTHORED]->(p:Paper) RETURN p, 1 AS own
    UNION ALL
    UNWIND seed_papers AS s MATCH (s)-[:CITES]-(p:Paper) WITH p LIMIT 10000 RETURN p, 0 AS own
    UNION ALL
    UNWIND $topics AS id MATCH (:Topic {id: id})<-[:HAS_TOPIC]-(p:Paper) WITH p LIMIT 10000 RETURN p, 1 AS own
    UNION ALL
    UNWIND $institutions AS id MATCH (:Institution {id: id})<-[:AFFILIATED_WITH]-(q:Person)
    WITH id, q LIMIT 10000
    MATCH (q)-[a:AUTHORED]->(p:Paper) WHERE id IN a.institutions RETURN p, 1 AS own
  }
  WITH p, max(own) AS own
  WHERE NOT p IN seed_papers AND ($year_from IS NULL OR p.year >= $year_from) AND ($year_to IS NULL OR p.year <= $year_to)
  WITH p, own, (1 + coalesce(p.citations_graph, 0)) * 2.0 ^ ((coalesce(p.year, latest - 100) - latest) / 2.0) AS weight
  ORDER BY weight DESC, p.id
  RETURN collect({node: p, own: own, weight: weight}) AS works
}
WITH *, CASE WHEN $topics + $institutions = [] THEN size(works) + size($papers) ELSE 500 END AS enough
WITH *, [s IN seed_papers | {node: s, weight: 1.0, best: -1}] + [place IN range(0, size(works) - 1)
         WHERE works[place].own = 1 | {node: works[place].node, weight: works[place].weight, best: place}] AS own
CALL (own, enough, seed_people, latest) {
  UNWIND own[..enough] AS e
  WITH e.node AS p, e.node.year AS year, e.node.author_count AS authors, e.best AS place, e.weight AS weight
  WITH p, year, place, authors, CASE WHEN authors > 1 THEN 1 / sqrt(authors - 1) ELSE 0.0 END
    * CASE WHEN $topics + $institutions = [] THEN coalesce(2.0 ^ (year - latest), 0.0) ELSE weight END AS weight
  MATCH (p)<-[a:AUTHORED]-(q:Person) WHERE NOT q IN seed_people AND (authors <= 100 OR place = -1)
  WITH q, count(*) AS joint, max(year) AS last, min(a.position) AS position, min(place) AS best,
       sum(weight) AS weight
  ORDER BY weight DESC, joint DESC, coalesce(last, 0) DESC, position, q.id
  RETURN collect({node: q, joint: joint, last: last, weight: weight, best: best}) AS people
}
CALL (own, enough) {
  CALL (own, enough) {
    UNWIND own[..enough] AS e
    WITH e.node AS p, e.weight AS weight, e.best AS place
    MATCH (p)-[h:HAS_TOPIC]->(t:Topic) WHERE NOT t.id IN $topics
    RETURN t, max(p.year) AS last, sum(weight * coalesce(h.score, 1.0)) AS weight, min(place) AS best, 0 AS kin
    UNION ALL
    UNWIND $topics AS id MATCH (:Topic {id: id})-[:PART_OF]-(t:Topic)
    RETURN DISTINCT t, null AS last, 0.0 AS weight, -1 AS best, 1 AS kin
  }
  WITH t, max(last) AS last, sum(weight) AS weight, min(best) AS best, max(kin) AS kin
  ORDER BY kin DESC, weight DESC, coalesce(t.papers, 0) DESC, t.id
  RETURN collect({node: t, last: last, weight: weight, best: best}) AS topics
}
CALL (people, seed_people) {
  CALL (people, seed_people) {
    WITH seed_people + [e IN people | e.node] AS everybody, size(seed_people) AS seeds
    UNWIND range(0, size(everybody) - 1) AS place
    WITH everybody[place] AS q, CASE WHEN place < seeds THEN -1 ELSE place - seeds END AS place
    MATCH (q)-[f:AFFILIATED_WITH]->(i:Institution)
    WHERE NOT i.id IN $institutions
      AND ($year_from IS NULL OR f.last_year >= $year_from OR f.last_year IS NULL AND f.first_year IS NOT NULL)
      AND ($year_to IS NULL OR f.first_year <= $year_to)
    RETURN i, min(place) AS best, max(f.last_year) AS last, sum(f.papers) AS papers, 0 AS kin
    UNION ALL
    UNWIND $institutions AS id MATCH (:Institution {id: id})-[:PART_OF]-(i:Institution)
    RETURN DISTINCT i, -1 AS best, null AS last, 0 AS papers, 1 AS kin
  }
  WITH i, min(best) AS best, max(last) AS last, sum(papers) AS papers, max(kin) AS kin
  ORDER BY kin DESC, best, coalesce(last, 0) DESC, papers DESC, i.id
  RETURN collect({node: i, last: last, best: best}) AS institutions
}
RETURN dataset,
       { Paper: CASE WHEN size($topics) = 1 AND $year_from IS NULL AND $year_to IS NULL
                     THEN COUNT { MATCH (:Topic {id: $topics[0]})<-[:HAS_TOPIC]-() } ELSE size(works) END,
         Person: size(people), Topic: size(topics), Institution: size(institutions) } AS total,
       [e IN works[..$limits.Paper] | { id: e.node.id, label: e.node.title, year: e.node.year, type: e.node.type,
         citations_graph: coalesce(e.node.citations_graph, 0), weight: e.weight, best: -1 }] AS Paper,
       [e IN people[..$limits.Person] | { id: e.node.id, label: e.node.name, year: e.last, works: e.node.works,
         joint: e.joint, weight: e.weight, best: e.best }] AS Person,
       [e IN topics[..$limits.Topic] | { id: e.node.id, label: e.node.name, year: e.last, works: e.node.papers,
         type: e.node.scheme, weight: e.weight, best: e.best }] AS Topic,
       [e IN institutions[..$limits.Institution] | { id: e.node.id, label: e.node.name, year: e.last,
         works: e.node.papers, weight: 1.0 / (2 + e.best), best: e.best }] AS Institution
