// The bylines and notes of works as they stand, found by any of their ids, with the hashes of their records.
// mode: read
// param works: list of any
// returns: place, paper, byline, note, hashes
UNWIND range(0, size($works) - 1) AS place
CALL (place) {
  UNWIND $works[place] AS id
  MATCH (:Identifier {id: id})-[:IDENTIFIES]->(p:Paper)
  RETURN p LIMIT 1
}
RETURN place, p.id AS paper, p.byline AS byline, p.note AS note,
       COLLECT { MATCH (i:Identifier)-[:IDENTIFIES]->(p) WHERE i.hash IS NOT NULL
                 RETURN { id: i.id, hash: i.hash, run: i.run } ORDER BY i.id } AS hashes
ORDER BY place
