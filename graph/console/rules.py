"""What a stranger's query may say: words, functions and procedures. Whatever is not named here is refused."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


STARTS = _words("MATCH OPTIONAL WITH UNWIND RETURN CALL FILTER LET FOR WHEN")
"""Words with which a reading statement begins."""

CHANGES = _words(
    "CREATE MERGE INSERT SET DELETE DETACH NODETACH REMOVE FOREACH DROP ALTER RENAME GRANT DENY REVOKE LOAD USE SHOW "
    "TERMINATE PERIODIC TRANSACTION TRANSACTIONS"
)
"""Words that begin or mark what changes or administers something; allowed as names where they can be nothing else."""

WHY = {
    "LOAD": "reads files or the network",
    "USE": "chooses another graph",
    "SHOW": "administers the server",
    "TERMINATE": "administers the server",
    "GRANT": "administers the server",
    "DENY": "administers the server",
    "REVOKE": "administers the server",
    "ALTER": "administers the server",
    "RENAME": "administers the server",
    "PERIODIC": "commits by itself",
    "TRANSACTION": "commits by itself",
    "TRANSACTIONS": "commits by itself",
}
"""What a refused word does, when it does not write to the graph."""

READING = STARTS | _words(
    """
    WHERE ORDER BY ASC ASCENDING DESC DESCENDING SKIP OFFSET LIMIT DISTINCT AS UNION ALL YIELD FINISH NEXT IN ON USING
    INDEX SEEK SCAN JOIN TEXT RANGE POINT AND OR XOR NOT IS STARTS ENDS CONTAINS NULL NULLS FIRST LAST TRUE FALSE INF
    INFINITY NAN CASE WHEN THEN ELSE END EXISTS COUNT COLLECT ANY NONE SINGLE REDUCE ALLREDUCE SHORTEST SHORTESTPATH
    ALLSHORTESTPATHS PATH PATHS GROUP GROUPS WALK TRAIL ACYCLIC REPEATABLE DIFFERENT ELEMENT ELEMENTS RELATIONSHIP
    RELATIONSHIPS EDGE EDGES NODE VERTEX BINDINGS TYPED NORMALIZED NFC NFD NFKC NFKD TRIM NORMALIZE BOTH LEADING
    TRAILING FROM BOOLEAN STRING INTEGER INT SIGNED FLOAT DATE TIME DATETIME TIMESTAMP LOCAL ZONED WITHOUT ZONE TIMEZONE
    DURATION LIST ARRAY MAP PROPERTY VALUE NOTHING VECTOR SEARCH SCORE
    """
)
"""Words of the reading language: two words stand side by side only when one of them is of these."""

PROCEDURES = _words(
    """
    db.labels db.relationshiptypes db.propertykeys db.schema.visualization db.schema.nodetypeproperties
    db.schema.reltypeproperties db.index.fulltext.querynodes db.index.fulltext.queryrelationships
    db.index.fulltext.listavailableanalyzers db.index.vector.querynodes db.index.vector.queryrelationships
    """
)
"""Procedures that may be called, in small letters."""

_TEMPORAL = ("date", "datetime", "localdatetime", "localtime", "time")
FUNCTIONS = _words(
    """
    abs acos all allreduce allshortestpaths any asin atan atan2 avg btrim cardinality ceil ceiling char_length
    character_length coalesce coll.distinct coll.flatten coll.indexof coll.insert coll.max coll.min coll.remove
    coll.sort collect collect_list cos cosh cot coth count date datetime datetime.fromepoch
    datetime.fromepochmillis degrees duration duration.between duration.indays duration.inmonths
    duration.inseconds duration_between e element_id elementid endnode exists exp floor format haversin head id
    isempty isnan keys labels last left length ln local_datetime local_time localdatetime localtime log log10
    lower ltrim max min nodes none normalize nullif path_length percentile_cont percentile_disc percentilecont
    percentiledisc pi point point.distance point.withinbbox power properties property_exists radians rand
    randomuuid range reduce relationships replace reverse right round rtrim shortestpath sign sin single sinh size
    split sqrt startnode stdev stdevp stddev_pop stddev_samp string.join substring sum tail tan tanh time
    timestamp toboolean tobooleanlist tobooleanornull tofloat tofloatlist tofloatornull tointeger tointegerlist
    tointegerornull tolower tostring tostringlist tostringornull toupper trim type upper valuetype vector
    vector.similarity.cosine vector.similarity.euclidean vector_dimension_count vector_distance vector_norm
    zoned_datetime zoned_time
    """
) | {f"{kind}.{part}" for kind in _TEMPORAL for part in ("realtime", "statement", "transaction", "truncate")}
"""Functions that may be used, in small letters: those of the server that look only at values and at the graph."""

VERSIONS = frozenset({"5", "25"})
"""Versions of the language that may be named: `CYPHER 5`."""
