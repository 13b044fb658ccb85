//// users
SHOW USERS
//// current user
SHOW CURRENT USER
//// roles
SHOW ROLES
//// privileges
SHOW PRIVILEGES
//// settings
SHOW SETTINGS
//// one setting
SHOW SETTING 'server.directories.data'
//// settings in small letters
show settings yield name, value
//// transactions
SHOW TRANSACTIONS
//// transactions with their queries
SHOW TRANSACTIONS YIELD currentQuery, username RETURN *
//// databases
SHOW DATABASES
//// the default database
SHOW DEFAULT DATABASE
//// the home database
SHOW HOME DATABASE
//// aliases
SHOW ALIASES FOR DATABASE
//// servers
SHOW SERVERS
//// procedures
SHOW PROCEDURES
//// functions
SHOW FUNCTIONS
//// indexes
SHOW INDEXES
//// constraints
SHOW CONSTRAINTS
//// the auth rules
SHOW AUTH RULES
//// after a comment
/* MATCH */ SHOW USERS
//// show in the middle
MATCH (n) SHOW SETTINGS
//// show within a subquery
CALL () { SHOW SETTINGS YIELD name RETURN name } RETURN name
//// terminate
TERMINATE TRANSACTIONS 'neo4j-transaction-1'
//// terminate one
TERMINATE TRANSACTION 'neo4j-transaction-1' YIELD message RETURN message
//// terminate after show
SHOW TRANSACTIONS YIELD transactionId AS id TERMINATE TRANSACTIONS id
//// create a user
CREATE USER eve SET PASSWORD 'long enough'
//// create a user with a plain text
CREATE USER eve SET PLAINTEXT PASSWORD 'long enough' CHANGE NOT REQUIRED
//// create or replace a user
CREATE OR REPLACE USER neo4j SET PASSWORD 'long enough'
//// alter a user
ALTER USER neo4j SET PASSWORD 'long enough'
//// alter the current user
ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'long enough'
//// drop a user
DROP USER neo4j
//// drop a user if exists
DROP USER neo4j IF EXISTS
//// rename a user
RENAME USER neo4j TO eve
//// create a role
CREATE ROLE reader
//// drop a role
DROP ROLE reader
//// rename a role
RENAME ROLE a TO b
//// grant a role
GRANT ROLE admin TO neo4j
//// grant a privilege
GRANT ALL ON DBMS TO PUBLIC
//// grant writing
GRANT WRITE ON GRAPH * TO PUBLIC
//// deny
DENY READ {*} ON GRAPH * TO PUBLIC
//// revoke
REVOKE ROLE admin FROM neo4j
//// create a database
CREATE DATABASE other
//// create a composite database
CREATE COMPOSITE DATABASE other
//// drop a database
DROP DATABASE neo4j
//// drop a database and its data
DROP DATABASE neo4j DESTROY DATA
//// stop a database
STOP DATABASE neo4j
//// start a database
START DATABASE neo4j
//// alter a database
ALTER DATABASE neo4j SET ACCESS READ ONLY
//// create an alias
CREATE ALIAS other FOR DATABASE neo4j
//// drop an alias
DROP ALIAS other FOR DATABASE
//// alter an alias
ALTER ALIAS other SET DATABASE TARGET neo4j
//// enable a server
ENABLE SERVER 'x'
//// alter a server
ALTER SERVER 'x' SET OPTIONS {modeConstraint: 'PRIMARY'}
//// drop a server
DROP SERVER 'x'
//// deallocate
DEALLOCATE DATABASES FROM SERVER 'x'
//// reallocate
REALLOCATE DATABASES
//// dry run
DRYRUN REALLOCATE DATABASES
//// an index
CREATE INDEX probe FOR (n:Person) ON (n.name)
//// a range index
CREATE RANGE INDEX probe IF NOT EXISTS FOR (n:Person) ON (n.name)
//// a full-text index
CREATE FULLTEXT INDEX probe FOR (n:Person) ON EACH [n.name]
//// a vector index
CREATE VECTOR INDEX probe FOR (n:Person) ON n.embedding
//// a look-up index
CREATE LOOKUP INDEX probe FOR (n) ON EACH labels(n)
//// drop an index
DROP INDEX paper_year
//// drop an index if exists
DROP INDEX paper_year IF EXISTS
//// a constraint
CREATE CONSTRAINT probe FOR (n:Person) REQUIRE n.name IS UNIQUE
//// drop a constraint
DROP CONSTRAINT person_id
//// drop a constraint if exists
DROP CONSTRAINT person_id IF EXISTS
//// another graph
USE neo4j MATCH (n) RETURN n
//// the system graph
USE system SHOW USERS
//// the system graph by reading
USE system MATCH (n) RETURN n
//// a graph by name
USE graph.byName('system') MATCH (n) RETURN n
//// a graph in a subquery
CALL () { USE system MATCH (n) RETURN n } RETURN n
//// a graph in a union
MATCH (n) RETURN n UNION USE system MATCH (n) RETURN n
//// a graph function
RETURN graph.byName('system')
//// the names of graphs
RETURN graph.names()
//// properties of a graph
RETURN graph.propertiesByName('system')
//// an unknown version
CYPHER 6 MATCH (n) RETURN n
//// a version of long ago
CYPHER 3.5 MATCH (n) RETURN n
//// a version that is no number
CYPHER five MATCH (n) RETURN n
//// a runtime
CYPHER runtime=parallel MATCH (n) RETURN n
//// a version with a runtime
CYPHER 5 runtime=slotted MATCH (n) RETURN n
//// a planner
CYPHER planner=dp MATCH (n) RETURN n
//// debugging
CYPHER debug=tostring MATCH (n) RETURN n
//// replanning
CYPHER replan=force MATCH (n) RETURN n
//// two versions
CYPHER 5 CYPHER 25 RETURN 1
//// two plans
EXPLAIN PROFILE RETURN 1
//// the same plan twice
EXPLAIN EXPLAIN RETURN 1
//// a version after the plan
EXPLAIN CYPHER 5 RETURN 1
//// a plan in the middle
MATCH (n) PROFILE RETURN n
//// a command of a shell
:use system
//// another command of a shell
:param x => 1
//// begin
BEGIN
//// commit
COMMIT
//// rollback
ROLLBACK
//// a statement of SQL
SELECT * FROM users
//// a statement of SQL with two dashes
MATCH (n) RETURN n UNION SELECT 1 --
