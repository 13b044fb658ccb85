// Takes back what this source said that papers cite, or that topics and institutions are part of.
// mode: write
// param ids: list of string
// param source: string
// returns: rows
UNWIND $ids AS id
MATCH (:Identifier {id: id})-[:IDENTIFIES]->(n)-[r:REFERS_TO {source: $source}]->(:Identifier)
DELETE r
RETURN count(*) AS rows
