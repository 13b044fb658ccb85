// Takes back what this source said that papers cite, that topics and institutions are part of, or where people are.
// mode: write
// param ids: list of string
// param source: string
// returns: rows
UNWIND $ids AS id
MATCH (:Identifier {id: id})-[f:IDENTIFIES]->(n)-[r:REFERS_TO {source: $source}]->(:Identifier)
WHERE coalesce(r.about, '') = coalesce(f.about, '')
DELETE r
RETURN count(*) AS rows
