// The nodes that several identifiers lead to; of each only the first of its spellings that leads anywhere.
// mode: read
// param ids: list of any
// returns: place, id, kind
// why: at most 1,000 identifiers come in, each in at most some seven spellings.
UNWIND range(0, size($ids) - 1) AS place
CALL (place) {
  UNWIND range(0, size($ids[place]) - 1) AS at
  MATCH (:Identifier {id: $ids[place][at]})-[:IDENTIFIES]->(n)
  RETURN n ORDER BY at LIMIT 1
}
RETURN place, n.id AS id,
       head([label IN labels(n) WHERE label IN ['Person', 'Paper', 'Topic', 'Institution']]) AS kind
ORDER BY place
