// What adjacent work is sought from: a person's own works, the weightiest of them, and the close collaborators.
// mode: read
// param id: string
// param base: int
// param threshold: float
// param people: int
// returns: dataset, own, base, median, people
// why: all own works are left out of the answer, but only the `base` weightiest are looked around.
MATCH (u:Person {id: $id})
OPTIONAL MATCH (d:Dataset {id: 'dataset'})
WITH u, toString(coalesce(d.version, 0)) AS dataset, coalesce(d.latest_year, 2000) AS latest
CALL (u, latest) {
  MATCH (u)-[:AUTHORED]->(p:Paper)
  WITH p ORDER BY (1 + coalesce(p.citations_graph, 0)) * 2.0 ^ ((coalesce(p.year, latest - 100) - latest) / 2.0) DESC, p.id
  RETURN collect(p.id) AS own, percentileDisc(p.year, 0.5) AS median
}
CALL (u) {
  MATCH (u)-[c:COAUTHORED]-(q:Person)
  WITH max(c.w1) AS strongest, collect({id: q.id, label: q.name, tie: c.w1}) AS all
  UNWIND all AS q
  WITH q, strongest WHERE q.tie > 0 AND q.tie >= $threshold * strongest
  ORDER BY q.tie DESC, q.id LIMIT $people
  RETURN collect({id: q.id, label: coalesce(q.label, q.id), share: q.tie / strongest}) AS people
}
RETURN dataset, own, own[..$base] AS base, median, people
