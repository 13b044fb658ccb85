// Works on the strongest topics of the given works; a rare topic counts for more than a common one.
// mode: read
// param own: list of string
// param base: list of string
// param limit: int
// returns: id, year, count, inferred, through
// why: a topic may have 40,000 works: the six most telling topics are followed, each over at most 2,000 of its works.
UNWIND $base AS id
MATCH (:Paper {id: id})-[h:HAS_TOPIC]->(t:Topic)
WITH t, sum(coalesce(h.score, 1.0)) AS uses, log(1 + 1.0 * COUNT { (:Paper) } / (1 + coalesce(t.papers, 0))) AS rarity
ORDER BY uses * rarity DESC, t.id LIMIT 6
CALL (t) {
  MATCH (t)<-[h:HAS_TOPIC]-(x:Paper)
  WITH x, coalesce(h.score, 1.0) AS score LIMIT 2000
  WHERE NOT x.id IN $own
  RETURN x, score
}
WITH x, t, uses * rarity AS weight, score ORDER BY weight DESC, t.id
WITH x, count(*) AS count, sum(weight * score) AS weight, collect(t) AS through
ORDER BY weight DESC, coalesce(x.year, 0) DESC, coalesce(x.citations_graph, 0) DESC, x.id LIMIT $limit
RETURN x.id AS id, x.year AS year, count, false AS inferred,
       [t IN through[..3] | {id: t.id, label: coalesce(t.name, t.id)}] AS through
