"""Measurements that anyone can rerun; the last results stand in `bench/results/`."""
