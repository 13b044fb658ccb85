// Derives co-authorship of due people: one edge per pair, from the smaller id to the larger.
// A paper by more than 100 people is a consortium's and ties nobody: one by 3,000 would make 4 million edges.
// w1 and w4 are the recency weights of half-lives 1 and 4 years and team exponent 1/2, relative to the year 2000.
// mode: write
// returns: rows
MATCH (a:Stale:Person)
CALL (a) {
  MATCH (a)-[:AUTHORED]->(p:Paper)<-[:AUTHORED]-(b:Person)
  WHERE p.author_count <= 100 AND (a.id < b.id OR NOT b:Stale)
  WITH a, b, p.year AS year,
    CASE WHEN p.author_count > 1 THEN 1.0 / sqrt(p.author_count - 1) ELSE 0.0 END AS team
  WITH a, b, count(*) AS papers, min(year) AS first, max(year) AS last,
    sum(coalesce(2.0 ^ (year - 2000), 0.0) * team) AS w1,
    sum(coalesce(2.0 ^ ((year - 2000) / 4.0), 0.0) * team) AS w4
  WITH papers, first, last, w1, w4, b,
    CASE WHEN a.id < b.id THEN a ELSE b END AS low, CASE WHEN a.id < b.id THEN b ELSE a END AS high
  CREATE (low)-[e:COAUTHORED {papers: papers, w1: w1, w4: w4}]->(high)
  SET e.first_year = first, e.last_year = last
  FOREACH (_ IN CASE WHEN b:Stale THEN [] ELSE [1] END | SET b:Recount)
} IN TRANSACTIONS OF 500 ROWS
RETURN count(*) AS rows
