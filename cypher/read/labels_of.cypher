// Kind and label of the nodes to which several identifiers lead, for lists that keep ids only.
// mode: read
// param ids: list of string
// returns: asked, id, kind, label
// why: at most 1,000 identifiers come in.
UNWIND $ids AS asked
MATCH (:Identifier {id: asked})-[:IDENTIFIES]->(n)
RETURN asked, n.id AS id,
       head([label IN labels(n) WHERE label IN ['Person', 'Paper', 'Topic', 'Institution']]) AS kind,
       coalesce(n.name, n.title, n.id) AS label
ORDER BY asked
