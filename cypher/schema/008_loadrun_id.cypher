// Every LoadRun has a unique id.
// mode: schema
CREATE CONSTRAINT loadrun_id IF NOT EXISTS
FOR (n:LoadRun) REQUIRE n.id IS UNIQUE
