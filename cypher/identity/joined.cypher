// The joins in which some records of people take part, as the record that was joined or as the one that it was joined to.
// mode: read
// param ids: list of string
// returns: id, of
CALL () {
  UNWIND $ids AS each
  MATCH (a:Alias {id: each})
  RETURN a
  UNION
  UNWIND $ids AS each
  MATCH (a:Alias {of: each})
  RETURN a
}
RETURN a.id AS id, a.of AS of
ORDER BY id
