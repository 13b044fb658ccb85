// Takes the fields away that came from the source, of things that other sources know too.
// A thing is called by its id until another source is loaded again and names it; a paper is without title till then.
// mode: write
// param source: string
// returns: rows
MATCH (n:Person|Paper|Topic|Institution)
WHERE $source IN [n.source, n.abstract_source, n.citations_source, n.summary_source]
  AND EXISTS { (n)<-[f:IDENTIFIES]-() WHERE any(each IN f.sources WHERE each <> $source) }
CALL (n) {
  WITH n,
    CASE WHEN n.source = $source THEN n {.id, .added_run, name: CASE WHEN n:Paper THEN null ELSE n.id END} ELSE properties(n) END AS core,
    CASE WHEN n.abstract_source <> $source THEN n {.abstract, .abstract_source} ELSE {abstract: null, abstract_source: null} END AS abstract,
    CASE WHEN n.citations_source <> $source THEN n {.citations, .citations_source} ELSE {citations: null, citations_source: null} END AS citations,
    CASE WHEN n.summary_source <> $source THEN n {.summary, .summary_source} ELSE {summary: null, summary_source: null} END AS summary
  SET n = core
  SET n += abstract
  SET n += citations
  SET n += summary
  SET n:Stale
} IN TRANSACTIONS OF 2000 ROWS
RETURN count(*) AS rows
