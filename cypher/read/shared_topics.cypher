// The topics of a person, and those of them on which several others work too.
// mode: read
// param id: string
// param others: list of string
// returns: own, theirs
// why: read from the people's own topics, never from a topic's people, who may be tens of thousands.
MATCH (:Person {id: $id})-[w:WORKS_ON]->(t:Topic)
WITH collect(t) AS topics, collect({id: t.id, papers: w.papers}) AS own
RETURN own, COLLECT { UNWIND $others AS other
                      MATCH (:Person {id: other})-[w:WORKS_ON]->(t:Topic)
                      WHERE t IN topics
                      RETURN { person: other, id: t.id, name: coalesce(t.name, t.id), all: coalesce(t.papers, 0),
                               papers: w.papers } } AS theirs
