// Records that a schema file was applied.
// mode: write
// param name: string
// param checksum: string
// returns: name
MERGE (m:Migration {name: $name})
ON CREATE SET m.checksum = $checksum, m.applied_at = datetime()
RETURN m.name AS name
