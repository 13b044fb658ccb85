// Every opt-out is known once.
// mode: schema
CREATE CONSTRAINT tombstone_id IF NOT EXISTS
FOR (n:Tombstone) REQUIRE n.id IS UNIQUE
