"""Role handbook generator: raw postings and guides in, a bilingual, cited, searchable handbook out.

Two straight lines that meet only in `pipeline`:

    ingest: read -> clean -> segment -> extract -> content/ (ledger, drafts)
    build:  read -> model -> render -> site_src/ -> MkDocs -> site/
"""
