// To which nodes some ids lead, aliases as such; ids that lead nowhere are left out. Two lists in step are quicker than
// many rows.
// mode: read
// param ids: list of string
// returns: ids, nodes
UNWIND $ids AS id
MATCH (:Identifier {id: id})-[f:IDENTIFIES]->(n)
RETURN collect(id) AS ids, collect(coalesce(f.about, n.id)) AS nodes
