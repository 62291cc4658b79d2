"""The JSON twin of the site: every record as data under `api/`, each file with a published JSON Schema."""
