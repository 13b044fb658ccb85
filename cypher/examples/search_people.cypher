// People whose name fits words, accents folded, by the full-text index.
// mode: read
// param words: string
// param limit: int
// example words: "yuxiong"
// example limit: 10
// returns: id, name, works
CALL db.index.fulltext.queryNodes('person_names', $words, {limit: 100}) YIELD node, score
RETURN node.id AS id, node.name AS name, node.works AS works
ORDER BY score DESC, works DESC, id LIMIT $limit
