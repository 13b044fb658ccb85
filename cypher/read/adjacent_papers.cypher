// What adjacent work is sought from, for given papers: their authors, those of most of them first.
// mode: read
// param ids: list of string
// param people: int
// returns: dataset, own, base, median, people
// why: of papers by a hundred authors only the first ones are followed.
OPTIONAL MATCH (d:Dataset {id: 'dataset'})
WITH toString(coalesce(d.version, 0)) AS dataset
CALL () {
  UNWIND $ids AS id
  MATCH (p:Paper {id: id})
  RETURN percentileDisc(p.year, 0.5) AS median
}
CALL () {
  UNWIND $ids AS id
  MATCH (:Paper {id: id})<-[a:AUTHORED]-(q:Person)
  WITH q, count(*) AS papers, min(a.position) AS position
  ORDER BY papers DESC, position, q.id LIMIT $people
  RETURN collect({id: q.id, label: coalesce(q.name, q.id), share: 1.0 * papers / size($ids)}) AS people
}
RETURN dataset, $ids AS own, $ids AS base, median, people
