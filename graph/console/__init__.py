"""A stranger's Cypher: the gate that lets only reading through, and how what passes is run.

Four layers, each enough by itself to keep the graph unchanged: the gate (`gate.check`), the server's own word that
the query reads (`EXPLAIN`), a reading transaction that is always rolled back, and limits of time, memory, rows, bytes.
"""
