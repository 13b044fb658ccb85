// Chains of citations that lead from a work to older ones, four steps at most.
// mode: read
// param paper: string
// param limit: int
// example paper: "arxiv:2303.08302"
// example limit: 10
// returns: titles, years, steps
// why: four steps at most, since the number of chains grows with each
MATCH (:Identifier {id: $paper})-[:IDENTIFIES]->(w:Paper)
MATCH chain = (w)-[:CITES]->{1,4}(older:Paper)
RETURN [n IN nodes(chain) | n.title] AS titles, [n IN nodes(chain) | n.year] AS years, length(chain) AS steps
ORDER BY steps DESC, titles LIMIT $limit
