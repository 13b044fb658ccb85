// Makes one paper of two: each field from the preferred source that has it; its works cited and citing become due.
// It was first brought by the earlier of two loads; where one is not known any more, it is no new paper.
// mode: write
// param rows: list of map
// returns: rows
UNWIND $rows AS row
MATCH (k:Paper {id: row.keep})
MATCH (g:Paper {id: row.gone})
WITH row, k, g,
  CASE WHEN row.core THEN g {.*, id: row.keep} ELSE k {.*} END AS core,
  CASE WHEN 'abstract' IN row.take THEN g {.abstract, .abstract_source} ELSE k {.abstract, .abstract_source} END AS abstract,
  CASE WHEN 'citations' IN row.take THEN g {.citations, .citations_source} ELSE k {.citations, .citations_source} END AS citations,
  CASE WHEN 'summary' IN row.take THEN g {.summary, .summary_source} ELSE k {.summary, .summary_source} END AS summary,
  CASE WHEN k.added_run IS NOT NULL AND g.added_run IS NOT NULL THEN head(COLLECT {
    MATCH (r:LoadRun) WHERE r.id IN [k.added_run, g.added_run] RETURN r.id ORDER BY r.started_at LIMIT 1
  }) END AS added
OPTIONAL MATCH (g)-[:CITES]-(near:Paper)
SET near:Stale
WITH DISTINCT k, g, core, abstract, citations, summary, added
SET k = core
SET k += abstract
SET k += citations
SET k += summary
SET k.added_run = added
DETACH DELETE g
RETURN count(*) AS rows
