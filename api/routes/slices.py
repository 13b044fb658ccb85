"""Slices of the graph around people, papers, topics and institutions."""

from fastapi import APIRouter

router = APIRouter(prefix="/api", tags=["graph"])
