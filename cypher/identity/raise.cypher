// Raises the version of the data set: what was answered before is not answered from memory any more.
// mode: write
// returns: version
MERGE (d:Dataset {id: 'dataset'})
SET d.version = coalesce(d.version, 0) + 1
RETURN d.version AS version
