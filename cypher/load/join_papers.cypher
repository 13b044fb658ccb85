// Makes one paper of two: each field from the preferred source that has it; its works cited and citing become due.
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
  CASE WHEN 'summary' IN row.take THEN g {.summary, .summary_source} ELSE k {.summary, .summary_source} END AS summary
OPTIONAL MATCH (g)-[:CITES]-(near:Paper)
SET near:Stale
WITH DISTINCT k, g, core, abstract, citations, summary
SET k = core
SET k += abstract
SET k += citations
SET k += summary
DETACH DELETE g
RETURN count(*) AS rows
