// What was decided about people: which records are aliases, and which authorships do not count. Loads ask for it.
// mode: read
// returns: aliases, disowned
RETURN COLLECT { MATCH (a:Alias) RETURN [a.id, a.of] ORDER BY a.id } AS aliases,
       EXISTS { MATCH (:Disowned) } AS disowned
