// The topics nearest to a topic: by the works on both over the works on either, wholes and parts of it left out.
// mode: read
// param id: string
// param works: int
// param limit: int
// returns: id, label, scheme, joint, read, share, total
// why: at most `works` works of the topic are looked at, and the joint ones stand for their share of all its works.
MATCH (t:Topic {id: $id})<-[:HAS_TOPIC]-(w:Paper)
WITH t, w LIMIT $works
WITH t, collect(w) AS works
UNWIND works AS w
MATCH (w)-[:HAS_TOPIC]->(o:Topic)
WHERE o <> t
WITH t, o, size(works) AS read, count(*) AS joint
WHERE NOT EXISTS { (t)-[:PART_OF]-(o) }
WITH o, joint, read, coalesce(t.papers, read) AS own, coalesce(o.papers, joint) AS others
WITH o, joint, read, own, others, 1.0 * joint * own / read AS both
WITH o, joint, read, own + others AS all, CASE WHEN both > others THEN 1.0 * others ELSE both END AS both
WITH o, joint, read, both / (all - both) AS share
ORDER BY share DESC, joint DESC, o.id
WITH collect({ o: o, joint: joint, read: read, share: share }) AS near
UNWIND near[..$limit] AS each
RETURN each.o.id AS id, coalesce(each.o.name, each.o.id) AS label, coalesce(each.o.scheme, '') AS scheme,
       each.joint AS joint, each.read AS read, each.share AS share, size(near) AS total
