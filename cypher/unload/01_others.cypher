// Marks the records of other sources as not read, where facts of theirs gave way to those of the source that goes.
// mode: write
// param source: string
// returns: rows
MATCH (n:Person|Paper|Topic|Institution)<-[:IDENTIFIES]-(i:Identifier)
WHERE i.source <> $source AND i.hash <> '' AND (
  $source IN [n.source, n.abstract_source, n.citations_source, n.summary_source]
  OR EXISTS { (n)-[h:HAS_TOPIC]->() WHERE $source IN h.sources AND size(h.sources) > 1 }
)
CALL (i) {
  SET i.hash = ''
} IN TRANSACTIONS OF 5000 ROWS
RETURN count(*) AS rows
