//// the server's settings
CALL dbms.listConfig()
//// one of the server's settings
CALL dbms.listConfig('password') YIELD name, value RETURN name, value
//// settings without parentheses
CALL dbms.listConfig
//// settings in a subquery
CALL () { CALL dbms.listConfig() YIELD name RETURN name } RETURN name
//// settings with blanks
CALL dbms . listConfig ()
//// settings with comments
CALL dbms/**/./**/listConfig/**/()
//// settings over lines
CALL
  dbms
  .listConfig()
//// settings with escaped names
CALL `dbms`.`listConfig`()
//// settings half escaped
CALL dbms.`listConfig`()
//// settings in one escaped name
CALL `dbms.listConfig`()
//// settings in small letters
CALL dbms.listconfig()
//// settings in capitals
CALL DBMS.LISTCONFIG()
//// settings by an optional call
MATCH (n) OPTIONAL CALL dbms.listConfig() YIELD name RETURN name
//// settings after a union
RETURN 1 AS name UNION CALL dbms.listConfig() YIELD name RETURN name
//// settings after a listed procedure
CALL db.labels() YIELD label CALL dbms.listConfig() YIELD name RETURN name
//// a listed name with more
CALL db.labels.x()
//// a listed name with less
CALL labels()
//// a listed name as a part
CALL x.db.labels()
//// the current user
CALL dbms.showCurrentUser()
//// connections
CALL dbms.listConnections()
//// kill a connection
CALL dbms.killConnection('bolt-1')
//// kill connections
CALL dbms.killConnections(['bolt-1'])
//// capabilities
CALL dbms.listCapabilities()
//// management beans
CALL dbms.queryJmx('*:*')
//// routing
CALL dbms.routing.getRoutingTable({}, 'system')
//// routing of a cluster
CALL dbms.cluster.routing.getRoutingTable({})
//// facts of the server
CALL dbms.info()
//// components
CALL dbms.components()
//// upgrade
CALL dbms.upgrade()
//// upgrade status
CALL dbms.upgradeStatus()
//// metadata of the transaction
CALL tx.setMetaData({app: 'other'})
//// reading metadata
CALL tx.getMetaData()
//// caches
CALL db.clearQueryCaches()
//// replanning
CALL db.prepareForReplanning()
//// a label
CALL db.createLabel('Probe')
//// a property
CALL db.createProperty('probe')
//// a type
CALL db.createRelationshipType('PROBE')
//// a vector property
MATCH (n:Person) CALL db.create.setNodeVectorProperty(n, 'v', [1.0])
//// a vector property of an edge
MATCH ()-[r]->() CALL db.create.setRelationshipVectorProperty(r, 'v', [1.0])
//// a vector property of the old kind
MATCH (n:Person) CALL db.create.setVectorProperty(n, 'v', [1.0]) YIELD node RETURN node
//// a vector index
CALL db.index.vector.createNodeIndex('probe', 'Person', 'v', 4, 'cosine')
//// a full-text index of the old kind
CALL db.index.fulltext.createNodeIndex('probe', ['Person'], ['name'])
//// drop a full-text index
CALL db.index.fulltext.drop('person_names')
//// waiting for an index
CALL db.awaitIndex('paper_year', 3600)
//// waiting for all indexes
CALL db.awaitIndexes(3600)
//// waiting for a full-text index
CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()
//// sampling
CALL db.resampleIndex('paper_year')
//// sampling all
CALL db.resampleOutdatedIndexes()
//// statistics begin
CALL db.stats.collect('QUERIES')
//// statistics
CALL db.stats.retrieve('QUERIES')
//// statistics without names
CALL db.stats.retrieveAllAnonymized('x')
//// statistics end
CALL db.stats.clear('QUERIES')
//// facts of the database
CALL db.info()
//// checkpoint
CALL db.checkpoint()
//// APOC writes by text
CALL apoc.cypher.doIt('CREATE (:Probe)', {})
//// APOC runs a text
CALL apoc.cypher.run('CREATE (:Probe)', {}) YIELD value RETURN value
//// APOC runs many texts
CALL apoc.cypher.runMany('CREATE (:Probe); CREATE (:Probe)', {})
//// APOC runs a schema
CALL apoc.cypher.runSchema('CREATE INDEX x FOR (n:P) ON (n.x)', {})
//// APOC runs a file
CALL apoc.cypher.runFile('file:///etc/passwd')
//// APOC iterates
CALL apoc.periodic.iterate('MATCH (n) RETURN n', 'DETACH DELETE n', {})
//// APOC commits
CALL apoc.periodic.commit('MATCH (n) DELETE n', {})
//// APOC submits
CALL apoc.periodic.submit('x', 'CREATE (:Probe)')
//// APOC repeats
CALL apoc.periodic.repeat('x', 'CREATE (:Probe)', 1)
//// APOC makes a node
CALL apoc.create.node(['Probe'], {})
//// APOC makes an edge
MATCH (a), (b) CALL apoc.create.relationship(a, 'PROBE', {}, b) YIELD rel RETURN rel
//// APOC sets a property
MATCH (n) CALL apoc.create.setProperty(n, 'x', 1) YIELD node RETURN node
//// APOC merges
CALL apoc.merge.node(['Probe'], {id: 1})
//// APOC refactors
MATCH (a), (b) CALL apoc.refactor.mergeNodes([a, b]) YIELD node RETURN node
//// APOC chooses
CALL apoc.when(true, 'CREATE (:Probe)', '', {})
//// APOC chooses and writes
CALL apoc.do.when(true, 'CREATE (:Probe)', '', {})
//// APOC triggers
CALL apoc.trigger.install('neo4j', 'x', 'CREATE (:Probe)', {})
//// APOC loads JSON
CALL apoc.load.json('http://127.0.0.1:1/canary')
//// APOC loads JSON with a header
CALL apoc.load.jsonParams('http://127.0.0.1:1/canary', {}, null)
//// APOC loads XML
CALL apoc.load.xml('file:///etc/passwd')
//// APOC loads CSV
CALL apoc.load.csv('file:///etc/passwd')
//// APOC loads from a database
CALL apoc.load.jdbc('jdbc:sqlite:/etc/passwd', 'x')
//// APOC lists a folder
CALL apoc.load.directory('*')
//// APOC imports
CALL apoc.import.json('file:///etc/passwd')
//// APOC exports
CALL apoc.export.csv.all('/tmp/all.csv', {})
//// APOC exports a query
CALL apoc.export.json.query('MATCH (n) RETURN n', '/tmp/x.json', {})
//// APOC sleeps
CALL apoc.util.sleep(100000)
//// APOC reads settings
CALL apoc.config.list()
//// APOC locks
MATCH (n) CALL apoc.lock.nodes([n])
//// APOC in the system
CALL apoc.systemdb.execute('SHOW USERS')
//// a function of APOC
RETURN apoc.cypher.runFirstColumnSingle('CREATE (:Probe)', {})
//// a function of APOC with an escaped name
RETURN `apoc`.`cypher`.`runFirstColumnSingle`('CREATE (:Probe)', {})
//// a function of APOC in one escaped name
RETURN `apoc.cypher.runFirstColumnSingle`('CREATE (:Probe)', {})
//// a function of APOC as a value in a map
RETURN {x: apoc.static.getAll('')}
//// a function of APOC in a list
RETURN [x IN [1] | apoc.util.md5([x])]
//// a function of APOC in a filter
MATCH (n) WHERE apoc.create.uuid() = n.id RETURN n
//// a function of APOC after a colon
MATCH (n {id: apoc.create.uuid()}) RETURN n
//// a function of APOC with blanks
RETURN apoc . create . uuid ()
//// a function of APOC with comments
RETURN apoc/**/.create/**/.uuid/**/()
//// a function of APOC as an index
RETURN [1][apoc.create.uuid()]
//// a function of APOC in a subquery
RETURN COUNT { WITH apoc.create.uuid() AS x RETURN x }
//// a function of APOC in ORDER BY
MATCH (n) RETURN n ORDER BY apoc.create.uuid()
//// a function of APOC in a projection
MATCH (n) RETURN n {.name, x: apoc.create.uuid()}
//// a function of APOC after a dynamic label
MATCH (n:$(apoc.create.uuid())) RETURN n
//// a graph algorithm that writes
CALL gds.pageRank.write('g', {writeProperty: 'x'})
//// a graph algorithm that projects
CALL gds.graph.project('g', '*', '*')
//// a graph algorithm that streams
CALL gds.pageRank.stream('g') YIELD nodeId, score RETURN nodeId
//// a graph algorithm as a function
MATCH (a)-->(b) RETURN gds.graph.project('g', a, b)
//// a graph algorithm of the newer kind
CALL gds.graph.drop('g')
//// a plugin for models
RETURN genai.vector.encode('x', 'OpenAI', {token: 'x'})
//// a plugin for models as a procedure
CALL genai.vector.encodeBatch(['x'], 'OpenAI', {token: 'x'})
//// models of the newer kind
RETURN ai.text.completion('x', 'openai', {})
//// somebody's procedure
CALL custom.anything()
//// somebody's function
RETURN custom.anything()
//// somebody's function without a folder
RETURN anything(1)
//// a function that is a property of a variable
MATCH (n) RETURN n.anything(1)
//// a method of a value
RETURN date().anything()
//// a method with a listed name
RETURN x.date()
//// a method of a list
RETURN [1].size()
//// a procedure as a function
RETURN db.labels()
//// a function as a procedure
CALL date()
//// CALL without a name
CALL
//// CALL of a number
CALL 1
//// CALL of a text
CALL 'db.labels'()
//// CALL of a parameter
CALL $procedure()
//// CALL of a dynamic name
CALL $('db.labels')()
//// CALL within EXISTS
MATCH (n) WHERE EXISTS { CALL dbms.listConfig() YIELD name RETURN name } RETURN n
//// a variable called call, then a procedure
MATCH (call) CALL dbms.listConfig() YIELD name RETURN call, name
//// the file of a load
RETURN file()
//// the line of a load
RETURN linenumber()
//// settings in a list
RETURN [CALL dbms.listConfig()]
//// settings in parentheses
RETURN (CALL dbms.listConfig())
//// settings after a bar
MATCH (n) | CALL dbms.listConfig()
//// settings in a map
RETURN {a: CALL dbms.listConfig}
//// settings after an equals sign
RETURN 1 = CALL dbms.listConfig()
