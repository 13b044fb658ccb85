// Every Institution has a unique id.
// mode: schema
CREATE CONSTRAINT institution_id IF NOT EXISTS
FOR (n:Institution) REQUIRE n.id IS UNIQUE
