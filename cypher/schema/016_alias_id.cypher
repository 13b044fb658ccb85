// Every record that was joined to another person keeps its unique id.
// mode: schema
CREATE CONSTRAINT alias_id IF NOT EXISTS
FOR (n:Alias) REQUIRE n.id IS UNIQUE
