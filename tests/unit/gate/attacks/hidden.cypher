//// a comment in the middle of a clause
MATCH (n) /* reading */ SET /* only */ n.x = 1
//// a comment between words
MATCH (n) DETACH/**/DELETE/**/n
//// a line comment before
// RETURN 1
CREATE (:Probe)
//// a line comment that an escape ends
RETURN 1 AS x // \u000a CREATE (:Probe)
SET x.y = 1
//// a line comment ended by a carriage return
MATCH (n) // readingSET n.x = 1
//// a block comment that looks nested
MATCH (n) /* /* */ SET n.x = 1 /* */ RETURN n
//// a block comment that looks open
MATCH (n) /*/ RETURN n /*/ SET n.x = 1
//// a block comment that never ends
MATCH (n) RETURN n /* SET n.x = 1
//// a block comment with stars
MATCH (n) /***/ SET n.x = 1 /***/
//// slashes that are no comment for a careless reader
MATCH (n {url: 'http://x'}) SET n.x = 1 // '
//// a quote in a comment
MATCH (n) /* ' */ SET n.x = 1 /* ' */ RETURN n
//// a quote in a line comment
MATCH (n) // it's
SET n.x = 1 // it's
//// a double quote in a comment
MATCH (n) /* " */ SET n.x = 1 /* " */ RETURN n
//// a backtick in a comment
MATCH (n) /* ` */ SET n.x = 1 /* ` */ RETURN n
//// a comment sign in a string
MATCH (n) WHERE n.name = '/*' SET n.x = 1 RETURN '*/'
//// a comment sign in double quotes
MATCH (n) WHERE n.name = "/*" SET n.x = 1 RETURN "*/"
//// a comment sign in a name
MATCH (`/*`) SET `/*`.x = 1 RETURN '*/'
//// a line comment sign in a string
MATCH (n) WHERE n.name = '//' SET n.x = 1
//// an escaped quote
MATCH (n) WHERE n.name = 'it\'s' SET n.x = 'it\'s'
//// an escaped backslash before a quote
MATCH (n) WHERE n.name = '\\' SET n.x = '\\'
//// three backslashes
MATCH (n) WHERE n.name = '\\\'' SET n.x = 1 RETURN '\\'
//// the other quote within a string
MATCH (n) WHERE n.name = "it's" SET n.x = "it's"
//// a doubled quote
MATCH (n) WHERE n.name = 'a'' SET n.x = 1 RETURN '
//// a doubled backtick
MATCH (`a``b`) SET `a``b`.x = 1
//// an escape ends the string
MATCH (n) WHERE n.name = 'x\u0027 SET n.x = 1 //'
//// an escape ends the string in double quotes
MATCH (n) WHERE n.name = "x\u0022 SET n.x = 1 //"
//// an escape ends the name
MATCH (`x\u0060) SET n.x = 1 //`)
//// an escape of a backslash
MATCH (n) WHERE n.name = 'x\u005c' SET n.x = 1 //'
//// an escape of a backslash before a quote
MATCH (n) WHERE n.name = '\u005c\u0027' SET n.x = 1
//// escapes in capitals
MATCH (n) WHERE n.name = 'x\u002F\u002A\u0027 SET n.x = 1'
//// an escaped keyword
MATCH (n) \u0053ET n.x = 1
//// a wholly escaped keyword
MATCH (n) \u0053\u0045\u0054 n.x = 1
//// an escaped create
\u0043REATE (:Probe)
//// an escaped last letter
MATCH (n) DELET\u0045 n
//// an escaped blank
MATCH (n)\u0020SET\u0020n.x = 1
//// an escaped semicolon
RETURN 1\u003b CREATE (:Probe)
//// an escaped brace
CALL \u007b CREATE (:Probe) \u007d
//// an escaped name of a procedure
CALL dbms.\u006cistConfig()
//// an escaped comment
RETURN 1 \u002f\u002a x \u002a\u002f CREATE (:Probe)
//// many u
MATCH (n) \uu0053ET n.x = 1
//// a broken escape
MATCH (n) \u53ET n.x = 1
//// a long s
MATCH (n) ſET n.x = 1
//// a Kelvin sign
REVOKE ROLE x FROM y
//// full-width letters
MATCH (n) ＳＥＴ n.x = 1
//// full-width create
ＣＲＥＡＴＥ (:Probe)
//// a Cyrillic letter
MATCH (n) SЕT n.x = 1
//// a Greek letter
MATCH (n) SΕT n.x = 1
//// a dotless i
MATCH (n) REMOVE n.x WıTH n RETURN n
//// a ligature
MATCH (n) ﬁLTER n
//// a combining mark
MATCH (n) SÉT n.x = 1
//// a zero-width blank
MATCH (n) SE​T n.x = 1
//// a zero-width joiner
MATCH (n) S‍ET n.x = 1
//// a soft hyphen
MATCH (n) SE­T n.x = 1
//// a mark of direction
MATCH (n) ‮TES‬ n.x = 1
//// a word joiner
MATCH (n) SET⁠ n.x = 1
//// a no-break blank
MATCH (n) SET n.x = 1
//// an ideographic blank
MATCH (n)　SET　n.x = 1
//// a thin blank
MATCH (n) SET n.x = 1
//// a line separator
MATCH (n) SET n.x = 1
//// a next line
MATCH (n)SETn.x = 1
//// a vertical tab
MATCH (n)SETn.x = 1
//// a form feed
MATCH (n)SETn.x = 1
//// a file separator
MATCH (n)SETn.x = 1
//// a Mongolian separator
MATCH (n)᠎SET᠎n.x = 1
//// a byte order mark
﻿CREATE (:Probe)
//// tabs and lines
MATCH	(n)
	SET
	n.x
	=
	1
//// typographic quotes
MATCH (n) WHERE n.name = ‘x’ SET n.x = 1
//// a prime
MATCH (n) WHERE n.name = ′x′ SET n.x = 1
//// an acute as a backtick
MATCH (´n´) SET ´n´.x = 1
//// a full-width semicolon
RETURN 1； CREATE (:Probe)
//// a Greek question mark
RETURN 1; CREATE (:Probe)
//// a full-width parenthesis
CALL db.labels（）
//// an emoji as a blank
MATCH (n)🙂SET🙂n.x = 1
//// a hash as a comment
MATCH (n) # reading
SET n.x = 1
//// two dashes as a comment
MATCH (n) -- reading
SET n.x = 1
//// an at sign
RETURN @x
//// a backslash at the end
RETURN 1 \
//// a string that never ends
MATCH (n) WHERE n.name = 'x SET n.x = 1
//// a name that never ends
MATCH (`n) SET n.x = 1
//// a bracket that closes nothing
MATCH (n)) SET n.x = 1
//// a brace that closes the subquery early
CALL () { RETURN 1 AS x }} CREATE (:Probe) { RETURN 1
//// brackets crosswise
MATCH (n {id: 1)} SET n.x = 1
//// an open brace
CALL () { CREATE (:Probe)
//// nothing
//// only a comment
// nothing
//// only a semicolon
;
//// an escaped end of text with two u
MATCH (n) WHERE n.name = 'x\uu0027 SET n.x = 1 //'
//// an escaped end of a name with three u
MATCH (`x\uuu0060) SET n.x = 1 //`)
