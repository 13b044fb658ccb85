// Ids of the nodes of one kind in order, read from the index of ids: those after `after`, without the first `skip`;
// of topics and institutions only those that works or people are of.
// mode: read
// param kind: string
// param after: string
// param skip: int
// param limit: int
// returns: ids
// why: lists of everything are read in parts, so that no question holds more than one part of a large graph
CALL () {
  WITH 1 AS one WHERE $kind = 'Person'
  MATCH (n:Person) WHERE n.id > $after
  RETURN n.id AS id ORDER BY id SKIP $skip LIMIT $limit
  UNION ALL
  WITH 1 AS one WHERE $kind = 'Paper'
  MATCH (n:Paper) WHERE n.id > $after
  RETURN n.id AS id ORDER BY id SKIP $skip LIMIT $limit
  UNION ALL
  WITH 1 AS one WHERE $kind = 'Topic'
  MATCH (n:Topic) WHERE n.id > $after AND n.papers > 0
  RETURN n.id AS id ORDER BY id SKIP $skip LIMIT $limit
  UNION ALL
  WITH 1 AS one WHERE $kind = 'Institution'
  MATCH (n:Institution) WHERE n.id > $after AND n.people > 0
  RETURN n.id AS id ORDER BY id SKIP $skip LIMIT $limit
}
RETURN collect(id) AS ids
