// Takes back that a person has disowned a work: the authorship counts again, also of a record that was joined then and is
// split off now.
// mode: write
// param paper: string
// param people: list of string
// returns: rows, people
MATCH (d:Disowned)
WHERE any(each IN d.people WHERE each IN $people)
  AND EXISTS { UNWIND d.papers AS id MATCH (:Identifier {id: id})-[:IDENTIFIES]->(:Paper {id: $paper}) }
WITH collect(d) AS decisions
CALL (decisions) {
  UNWIND decisions AS d
  MATCH (p:Paper {id: $paper})<-[a:SET_ASIDE {because: 'disowned'}]-(w:Person)
  WHERE coalesce(a.about, w.id) IN d.people
  SET a.because = 'listed twice', w:Stale
  RETURN collect(DISTINCT w.id) AS people
}
FOREACH (d IN decisions | DELETE d)
RETURN size(decisions) AS rows, people
