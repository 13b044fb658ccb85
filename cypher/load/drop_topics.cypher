// Takes back what this source said of the topics of papers; an edge goes with its last source.
// mode: write
// param papers: list of string
// param source: string
// returns: rows
UNWIND $papers AS id
MATCH (:Paper {id: id})-[h:HAS_TOPIC]->()
WHERE $source IN h.sources
SET h.sources = [each IN h.sources WHERE each <> $source]
WITH h
WHERE size(h.sources) = 0
DELETE h
RETURN count(*) AS rows
