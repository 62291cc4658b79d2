"""Reads bytes from disk: raw texts of ingest (`decode`), and the YAML that people write."""
