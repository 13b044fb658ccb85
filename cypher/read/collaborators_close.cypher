// How many co-authors of a person are close: a tie of at least a share of the person's own strongest.
// The weights are stored relative to a fixed year, which a comparison of two of them does not see.
// mode: read
// param id: string
// param threshold: float
// returns: close
MATCH (:Person {id: $id})-[c:COAUTHORED]-(:Person)
WITH collect(c.w1) AS ties, max(c.w1) AS strongest
RETURN size([tie IN ties WHERE tie > 0 AND tie >= $threshold * strongest]) AS close
