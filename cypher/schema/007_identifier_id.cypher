// Every Identifier has a unique id.
// mode: schema
CREATE CONSTRAINT identifier_id IF NOT EXISTS
FOR (n:Identifier) REQUIRE n.id IS UNIQUE
