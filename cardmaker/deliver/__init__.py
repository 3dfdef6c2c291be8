"""Results to where they go: files and previews."""
