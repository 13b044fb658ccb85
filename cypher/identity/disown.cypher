// Lets a person disown works: their authorships are set aside, and the decision is kept for loads to come. It names the
// person by the ids of the records that were joined, and the work by all of its ids.
// mode: write
// param id: string
// param person: string
// param paper: string
// param people: list of string
// param at: any
// param why: string
// returns: id
MATCH (w:Person {id: $person})-[a:AUTHORED]->(p:Paper {id: $paper})
CREATE (w)-[moved:SET_ASIDE]->(p)
SET moved = properties(a), moved.because = 'disowned', w:Stale
DELETE a
MERGE (d:Disowned {id: $id})
SET d.people = $people, d.at = $at, d.why = $why,
  d.papers = COLLECT { MATCH (i:Identifier)-[:IDENTIFIES]->(p) RETURN i.id AS id ORDER BY id }
RETURN d.id AS id
