// Takes printed affiliations of authorships away (null), or gives them back where there is none.
// mode: write
// param rows: list of map
// returns: paper, found
UNWIND $rows AS row
OPTIONAL MATCH (:Person {id: row.person})-[a:AUTHORED|SET_ASIDE {position: row.position}]->(:Paper {id: row.paper})
SET a.raw_affiliation = CASE WHEN row.raw IS NOT NULL THEN coalesce(a.raw_affiliation, row.raw) END
RETURN row.paper AS paper, a IS NOT NULL AS found
