// The version of the data set, which every committed change of graph facts raises.
// mode: read
// returns: version
MATCH (d:Dataset {id: 'dataset'})
RETURN toString(d.version) AS version
