"""The base: one SQLite file compiled from a fact file and its articles, from which everything is shown and searched."""

from eujdef_tui.store.cache import SHIPPED, open_base
from eujdef_tui.store.database import Article, Base, Row
from eujdef_tui.store.document import Document, NameLine, Names
from eujdef_tui.store.fingerprint import InputWatch
from eujdef_tui.store.search_index import Index
from eujdef_tui.store.sql_schema import VIEWS

__all__ = [
    "SHIPPED",
    "VIEWS",
    "Article",
    "Base",
    "Document",
    "Index",
    "InputWatch",
    "NameLine",
    "Names",
    "Row",
    "open_base",
]
