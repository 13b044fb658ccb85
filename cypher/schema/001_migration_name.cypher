// Every Migration has a unique name.
// mode: schema
CREATE CONSTRAINT migration_name IF NOT EXISTS
FOR (n:Migration) REQUIRE n.name IS UNIQUE
