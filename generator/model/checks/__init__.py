"""The checks across files, by what they look at. Each is a function from content to problems."""
