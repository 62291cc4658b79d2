"""What several tests of the site share: a project to build, a reader of built pages, a server."""
