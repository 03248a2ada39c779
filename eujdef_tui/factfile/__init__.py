"""YAML and articles come in: read, validated, and every quote found in its source."""
