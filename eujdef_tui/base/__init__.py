"""Promise: all that is shown and searched is read from one SQLite file, made from a fact file and its sources."""

from eujdef_tui.base.index import Document, Index
from eujdef_tui.base.shelf import SHIPPED, open_base
from eujdef_tui.base.store import Article, Base, Row
from eujdef_tui.base.tables import VIEWS

__all__ = ["SHIPPED", "VIEWS", "Article", "Base", "Document", "Index", "Row", "open_base"]
