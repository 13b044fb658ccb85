//// functions 1
RETURN abs(-1), ceil(1.2), floor(1.8), round(1.5), round(1.55, 1), sign(-3), rand() < 1
//// functions 2
RETURN sqrt(2), exp(1), log(10), log10(100), e(), pi(), sin(0), cos(0), tan(0), cot(1)
//// functions 3
RETURN asin(0), acos(1), atan(1), atan2(1, 1), degrees(1), radians(1), haversin(1), isNaN(0.0 / 1)
//// functions 4
RETURN toUpper('a'), toLower('A'), upper('a'), lower('A'), trim(' a '), lTrim(' a'), rTrim('a '), btrim('xax', 'x')
//// functions 5
RETURN trim(BOTH 'x' FROM 'xax'), trim(LEADING 'x' FROM 'xa'), trim(TRAILING FROM 'a ')
//// functions 6
RETURN split('a,b', ','), replace('a', 'a', 'b'), substring('abc', 1, 1), left('abc', 1), right('abc', 1), reverse('abc')
//// functions 7
RETURN toString(1), toInteger('1'), toFloat('1.5'), toBoolean('true'), toIntegerOrNull('x'), toStringOrNull(1)
//// functions 8
RETURN toIntegerList(['1']), toFloatList(['1.0']), toStringList([1]), toBooleanList(['true'])
//// functions 9
RETURN size([1, 2]), size('abc'), char_length('abc'), character_length('abc')
//// functions 10
RETURN head([1]), last([1]), tail([1, 2]), range(1, 10, 2), reverse([1, 2]), isEmpty([]), keys({a: 1})
//// functions 11
RETURN coalesce(null, 1) AS a, nullIf(1, 1) AS b
//// functions 12
RETURN date(), date('2024-02-29'), date({year: 2024, month: 2}), date.truncate('year', date()), date().year
//// functions 13
RETURN datetime(), datetime('2024-02-29T12:00:00Z'), datetime.truncate('day', datetime()), datetime({epochMillis: 0})
//// functions 14
RETURN time(), localtime(), localdatetime(), time('12:00+01:00'), localtime('12:00'), localdatetime('2024-01-01T00:00')
//// functions 15
RETURN datetime.transaction(), datetime.statement(), datetime.realtime(), date.transaction('Europe/Berlin')
//// functions 16
RETURN duration('P1Y2M3DT4H'), duration({days: 1}), duration.between(date('2020-01-01'), date('2021-01-01'))
//// functions 17
RETURN duration.inDays(date('2020-01-01'), date('2021-01-01')).days AS days, duration.inMonths(date(), date()), duration.inSeconds(time(), time())
//// functions 18
RETURN datetime.fromepoch(0, 0), datetime.fromepochmillis(0), timestamp()
//// functions 19
RETURN point({latitude: 48.1, longitude: 11.6}) AS here
//// functions 20
RETURN point.distance(point({x: 0, y: 0}), point({x: 3, y: 4})) AS five
//// functions 21
RETURN point.withinBBox(point({x: 1, y: 1}), point({x: 0, y: 0}), point({x: 2, y: 2})) AS inside
//// functions 22
RETURN randomUUID() AS id, valueType(1) AS kind, normalize('ä'), normalize('ä', NFD)
//// functions 23
RETURN all(x IN [1, 2] WHERE x > 0), any(x IN [1, 2] WHERE x > 1), none(x IN [1] WHERE x > 1), single(x IN [1] WHERE x = 1)
//// functions 24
RETURN reduce(sum = 0, x IN [1, 2, 3] | sum + x) AS total
//// functions 25
RETURN [x IN range(1, 10) WHERE x % 2 = 0 | x ^ 2] AS squares
//// functions 26
RETURN [x IN range(1, 3)] AS same, [1, 2, 3][0..2] AS part, [1, 2, 3][..2] AS first, [1, 2, 3][1..] AS rest, [1, 2][-1] AS last
//// functions 27
RETURN CASE WHEN 1 > 2 THEN 'a' WHEN true THEN 'b' ELSE 'c' END AS letter
//// functions 28
RETURN CASE 3 WHEN 1 THEN 'a' WHEN 2, 3 THEN 'b' ELSE 'c' END AS letter
//// functions 29
RETURN CASE 3 WHEN < 2 THEN 'few' WHEN IS NULL THEN 'none' ELSE 'many' END AS word
//// functions 30
RETURN 1 IS :: INTEGER, 'a' IS TYPED STRING, null IS :: STRING, [1] IS :: LIST<INTEGER NOT NULL>
//// functions 31
RETURN 1 IS NOT :: STRING AS a, date() IS :: DATE AS b, 1.5 IS :: FLOAT NOT NULL AS c
//// functions 32
RETURN datetime() IS :: ZONED DATETIME, localtime() IS :: LOCAL TIME, time() IS :: TIME WITH TIMEZONE
//// functions 33
RETURN datetime() IS :: TIMESTAMP WITHOUT TIME ZONE, 1 IS :: INTEGER | FLOAT, {a: 1} IS :: MAP, 1 IS :: ANY NOT NULL
//// functions 34
RETURN 1 IS :: SIGNED INTEGER, true IS :: BOOLEAN, [1] IS :: ARRAY<INT>, 1 IS :: PROPERTY VALUE, duration('P1D') IS :: DURATION
//// functions 35
RETURN 'a' IS NORMALIZED, 'a' IS NFC NORMALIZED, 'a' IS NOT NFD NORMALIZED
//// functions 36
RETURN 1 + 2 * 3 / 4 - 5 % 6 ^ 7 AS number, -1 AS negative, +1 AS positive
//// functions 37
RETURN true AND NOT false OR true XOR false AS answer
//// functions 38
RETURN 1 < 2 <= 3 <> 4 > 1 >= 0 AS chain, 1 = 1.0 AS same
//// functions 39
RETURN 'a' + 'b' AS ab, [1] + [2] AS list, [1] + 2 AS more, 'a' || 'b' AS joined
//// functions 40
RETURN 0x1F AS hex, 0o17 AS octal, 1e3 AS thousand, 1.5E-3 AS small, .5 AS half, 1_000_000 AS million
//// functions 41
RETURN 9223372036854775807 AS largest, -9223372036854775808 AS smallest
//// functions 42
RETURN null IS NULL AS a, NULL AS b, TRUE AS c, False AS d
//// functions 43
RETURN INF AS a, -Infinity AS b, NaN AS c
//// functions 44
RETURN {a: {b: [1, {c: 2}]}}.a.b[1].c AS two
//// functions 45
RETURN $map.key AS value, $list[0] AS first, $`odd name` AS odd, $1 AS one
//// functions 46
WITH {name: 'x'} AS m RETURN m['name'] AS a, m.name AS b, m[$key] AS c
//// functions 47
MATCH (p:Person) RETURN keys(p) AS keys, properties(p) AS all, labels(p) AS labels, id(p) AS id LIMIT 1
//// functions 48
MATCH (p:Person) RETURN collect(DISTINCT p.name)[..3] AS some, count(DISTINCT p) AS number
//// functions 49
RETURN vector.similarity.cosine([1.0, 0.0], [0.0, 1.0]) AS cosine, vector.similarity.euclidean([1.0], [2.0]) AS near
//// functions 50
RETURN exists { MATCH (n) } AS any, count { (n) } AS number, collect { MATCH (n) RETURN n.id LIMIT 2 } AS ids
//// functions 51
RETURN COUNT(*) AS n
//// functions 52
RETURN count (*) AS n
//// functions 53
MATCH (n) RETURN Count(n), COLLECT(n.id)[0], Max(n.year)
