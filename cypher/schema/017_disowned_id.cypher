// A work is disowned once by a person.
// mode: schema
CREATE CONSTRAINT disowned_id IF NOT EXISTS
FOR (n:Disowned) REQUIRE n.id IS UNIQUE
