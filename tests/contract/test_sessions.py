"""What any Neo4j that we accept must do with the sessions of `graph.connection`."""

from graph.store import Store


async def test_a_reader_sees_what_was_written(store: Store) -> None:
    await store.connection.write("CREATE (:Probe {id: $id})", id="p1")
    assert await store.connection.read("MATCH (n:Probe) RETURN n.id AS id") == [{"id": "p1"}]
