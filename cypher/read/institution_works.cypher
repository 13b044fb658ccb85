// What the works say that state one of some institutions: how many there are, their topics, and the other institutions
// that they state (of a work by at most 100 people). `kin` are wholes and parts, which are nobody's partners.
// mode: read
// param ids: list of string
// param kin: list of string
// param people: int
// param works: int
// param limit: int
// returns: people_total, papers, topics, topics_total, partners, partners_total
// why: all people are counted, but only the works of the `people` with the most works there are read, at most `works`;
// in CALL and not in COLLECT, where the list of works would be a part of every group.
MATCH (o:Institution)<-[f:AFFILIATED_WITH]-(p:Person)
WHERE o.id IN $ids
WITH p, sum(f.papers) AS stated ORDER BY stated DESC, p.id
WITH collect(p) AS people
CALL (people) {
  UNWIND people[..$people] AS p
  MATCH (p)-[a:AUTHORED]->(w:Paper)
  WHERE any(place IN a.institutions WHERE place IN $ids)
  WITH DISTINCT w LIMIT $works
  RETURN collect(w) AS works
}
CALL (works) {
  UNWIND works AS w
  MATCH (w)-[:HAS_TOPIC]->(t:Topic)
  WITH t, count(*) AS papers, max(w.year) AS last_year
  ORDER BY papers DESC, coalesce(last_year, -1) DESC, t.id
  WITH collect({ id: t.id, name: coalesce(t.name, t.id), scheme: coalesce(t.scheme, ''), papers: papers,
                 last_year: last_year }) AS found
  RETURN found[..$limit] AS topics, size(found) AS topics_total
}
CALL (works) {
  UNWIND works AS w
  MATCH (w)<-[a:AUTHORED]-(:Person)
  WHERE w.author_count <= 100
  UNWIND a.institutions AS place
  WITH DISTINCT w, place
  WHERE NOT place IN $kin
  WITH place, count(*) AS papers, max(w.year) AS last_year
  ORDER BY papers DESC, coalesce(last_year, -1) DESC, place
  WITH collect({ id: place, papers: papers, last_year: last_year }) AS found
  RETURN size(found) AS partners_total,
         COLLECT { UNWIND found[..$limit] AS each
                   MATCH (i:Institution {id: each.id})
                   RETURN { id: i.id, label: coalesce(i.name, i.id), country: i.country, papers: each.papers,
                            last_year: each.last_year }
                   ORDER BY each.papers DESC, coalesce(each.last_year, -1) DESC, each.id } AS partners
}
RETURN size(people) AS people_total, size(works) AS papers, topics, topics_total, partners, partners_total
