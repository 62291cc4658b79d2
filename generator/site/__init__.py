"""Hands `site_src/` to a site engine. `mkdocs_plugin` is the only module that imports MkDocs."""
