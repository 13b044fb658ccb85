// A transaction that bears a mark: one row as long as the server has not ended it, however long ago it was told to.
// mode: read
// param mark: string
// returns: id, status
SHOW TRANSACTIONS YIELD transactionId, status, metaData
WHERE metaData.mark = $mark
RETURN transactionId AS id, status
