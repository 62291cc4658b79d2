"""Turns content into plain Markdown with front matter in `site_src/`, one tree a locale, for any engine to build."""
