"""Our own form of a matrix, in YAML and JSON: pleasant by hand, stable for programs, and it loses nothing."""
