// What the graph knows of some ids: the node that each is asserted about, and the record that came under it.
// mode: read
// param ids: list of string
// returns: id, node, kind, rank, abstract_source, citations_source, summary_source, source, hash, updated, embedded
UNWIND $ids AS id
MATCH (i:Identifier {id: id})
OPTIONAL MATCH (i)-[f:IDENTIFIES]->(n)
RETURN i.id AS id, coalesce(f.about, n.id) AS node,
  CASE WHEN n:Paper THEN 'Paper' WHEN n:Person THEN 'Person' WHEN n:Topic THEN 'Topic'
    WHEN n:Institution THEN 'Institution' END AS kind,
  CASE WHEN f.about IS NULL THEN n.rank ELSE head(COLLECT { MATCH (a:Alias {id: f.about}) RETURN a.rank }) END AS rank,
  n.abstract_source AS abstract_source, n.citations_source AS citations_source,
  n.summary_source AS summary_source,
  i.source AS source, i.hash AS hash, i.updated AS updated, i.embedded AS embedded
