//// a file
LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line
//// a file with headers
LOAD CSV WITH HEADERS FROM 'file:///etc/passwd' AS line RETURN line
//// the canary file
LOAD CSV FROM 'file:///CANARY' AS line RETURN line
//// the canary file above the import folder
LOAD CSV FROM 'file:///../../CANARY' AS line RETURN line
//// the canary file by an encoded path
LOAD CSV FROM 'file:///%2e%2e/%2e%2e/CANARY' AS line RETURN line
//// the canary server
LOAD CSV FROM 'http://CANARY/1' AS line RETURN line
//// the canary server with headers
LOAD CSV WITH HEADERS FROM 'http://CANARY/2' AS line RETURN line
//// the canary server with a field terminator
LOAD CSV FROM 'http://CANARY/3' AS line FIELDTERMINATOR ';' RETURN line
//// small letters
load csv from 'http://CANARY/4' as line return line
//// after reading
MATCH (p:Person) LOAD CSV FROM 'http://CANARY/5' AS line RETURN line
//// after WITH
WITH 'http://CANARY/6' AS url LOAD CSV FROM url AS line RETURN line
//// after UNWIND
UNWIND ['http://CANARY/7', 'http://CANARY/8'] AS url LOAD CSV FROM url AS line RETURN line
//// in a subquery
CALL () { LOAD CSV FROM 'http://CANARY/9' AS line RETURN line } RETURN line
//// in EXISTS
MATCH (p:Person) WHERE EXISTS { LOAD CSV FROM 'http://CANARY/10' AS line RETURN line } RETURN p
//// in COUNT
RETURN COUNT { LOAD CSV FROM 'http://CANARY/11' AS line RETURN line } AS n
//// in COLLECT
RETURN COLLECT { LOAD CSV FROM 'http://CANARY/12' AS line RETURN line[0] } AS n
//// in a union
RETURN ['x'] AS line UNION LOAD CSV FROM 'http://CANARY/13' AS line RETURN line
//// with a comment
LOAD/**/CSV/**/FROM/**/'http://CANARY/14'/**/AS line RETURN line
//// over lines
LOAD
CSV
FROM 'http://CANARY/15' AS line RETURN line
//// with an escape
\u004cOAD CSV FROM 'http://CANARY/16' AS line RETURN line
//// with a parameter
LOAD CSV FROM $url AS line RETURN line
//// over TLS
LOAD CSV FROM 'https://CANARY/17' AS line RETURN line
//// over FTP
LOAD CSV FROM 'ftp://CANARY/18' AS line RETURN line
//// from a bucket
LOAD CSV FROM 's3://bucket/key' AS line RETURN line
//// from a store
LOAD CSV FROM 'gs://bucket/key' AS line RETURN line
//// from a jar
LOAD CSV FROM 'jar:http://CANARY/19!/x' AS line RETURN line
//// in transactions
LOAD CSV FROM 'http://CANARY/20' AS line CALL (line) { CREATE (:Probe {x: line[0]}) } IN TRANSACTIONS
//// with a plan
EXPLAIN LOAD CSV FROM 'http://CANARY/21' AS line RETURN line
//// with a profile
PROFILE LOAD CSV FROM 'http://CANARY/22' AS line RETURN line
//// with a version
CYPHER 5 LOAD CSV FROM 'http://CANARY/23' AS line RETURN line
//// another format
LOAD PARQUET FROM 'http://CANARY/24' AS row RETURN row
//// another format nobody knows
LOAD JSON FROM 'http://CANARY/25' AS row RETURN row
//// a name called load, then LOAD
WITH 1 AS load LOAD CSV FROM 'http://CANARY/26' AS line RETURN line
