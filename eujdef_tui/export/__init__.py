"""Facts leave in other forms: citations, bibliographies, exchange formats."""
