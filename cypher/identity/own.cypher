// Takes back that a person has disowned a work: the authorship counts again.
// mode: write
// param person: string
// param paper: string
// param people: list of string
// returns: rows
MATCH (d:Disowned)
WHERE any(each IN d.people WHERE each IN $people)
  AND EXISTS { UNWIND d.papers AS id MATCH (:Identifier {id: id})-[:IDENTIFIES]->(:Paper {id: $paper}) }
WITH collect(d) AS decisions
CALL (decisions) {
  UNWIND CASE WHEN size(decisions) > 0 THEN [1] ELSE [] END AS found
  MATCH (w:Person {id: $person})-[a:SET_ASIDE {because: 'disowned'}]->(p:Paper {id: $paper})
  WITH w, p, a ORDER BY a.position
  WITH w, p, collect(a) AS aside
  FOREACH (a IN aside | SET a.because = 'listed twice')
  SET w:Stale
}
FOREACH (d IN decisions | DELETE d)
RETURN size(decisions) AS rows
