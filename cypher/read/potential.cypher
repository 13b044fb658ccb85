// People with whom a person never worked, by a walk of two or three steps over co-authorship, with the strongest way.
// A step from a to b has the chance w(a, b) / sum of w(a, x): half-life 1 year for two steps, 4 years for three.
// mode: read
// param id: string
// param first: int
// param second: int
// param limit: int
// returns: dataset, people, total
// why: only the `first` strongest co-authors are left from, and of whom these lead to only the `second` most reached,
// so that a person with 700 co-authors costs some ten thousand edges and not some hundred thousand.
MATCH (u:Person {id: $id})
OPTIONAL MATCH (d:Dataset {id: 'dataset'})
WITH u, toString(coalesce(d.version, 0)) AS dataset, COLLECT { MATCH (u)-[:COAUTHORED]-(q:Person) RETURN q } + u AS known
CALL (u, known) {
  CALL (u, known) {
    CALL (u) {
      MATCH (u)-[c:COAUTHORED]-(z:Person) WHERE c.w1 > 0
      RETURN z, c ORDER BY c.w1 DESC, z.id LIMIT $first
    }
    MATCH (z)-[e:COAUTHORED]-(v:Person) WHERE e.w1 > 0 AND NOT v IN known
    WITH v, z, c, e, c.w1 / u.s1 * e.w1 / z.s1 AS share ORDER BY share DESC, z.id
    RETURN v, sum(share) AS score, head(collect({share: share, nodes: [z], edges: [c, e]})) AS way
    UNION ALL
    CALL (u) {
      MATCH (u)-[c:COAUTHORED]-(y:Person) WHERE c.w4 > 0
      RETURN y, c ORDER BY c.w4 DESC, y.id LIMIT $first
    }
    MATCH (y)-[e:COAUTHORED]-(z:Person) WHERE e.w4 > 0 AND z <> u
    WITH u, known, z, y, c, e, c.w4 / u.s4 * e.w4 / y.s4 AS share ORDER BY share DESC, y.id
    WITH known, z, sum(share) AS mass, head(collect({share: share, node: y, edges: [c, e]})) AS best
    ORDER BY mass DESC, z.id LIMIT $second
    MATCH (z)-[f:COAUTHORED]-(v:Person) WHERE f.w4 > 0 AND NOT v IN known
    WITH v, z, f, mass, best, f.w4 / z.s4 AS chance
    WITH v, z, f, best, mass * chance AS part, best.share * chance AS share ORDER BY share DESC, z.id
    RETURN v, sum(part) AS score,
           head(collect({share: share, nodes: [best.node, z], edges: best.edges + [f]})) AS way
  }
  WITH v, sum(score) AS score, collect(way) AS ways
  ORDER BY score DESC, coalesce(v.works, 0) DESC, v.id
  WITH collect({ v: v, score: score, ways: ways }) AS found
  RETURN size(found) AS total, [each IN found[..$limit] |
    { id: each.v.id, name: each.v.name, works: each.v.works, score: each.score, ways: [way IN each.ways |
      { share: way.share, people: [n IN way.nodes | n { .id, .name }],
        years: [e IN way.edges | [e.first_year, e.last_year]] }] }] AS people
}
RETURN dataset, people, total
