"""Take the text of an article out of a web page. The only module that imports trafilatura (the extra `html`)."""

from __future__ import annotations

from eujdef_tui.errors import ArticleError

__all__ = ["is_web_page", "text_of_page"]

_OPENINGS = ("<!doctype html", "<html", "<?xml")


def is_web_page(name: str, text: str) -> bool:
    """Whether a file is HTML, by its name or by how it begins."""
    return name.lower().endswith((".html", ".htm", ".xhtml")) or text.lstrip("\ufeff \t\r\n")[:20].lower().startswith(
        _OPENINGS
    )


def text_of_page(html: str) -> tuple[str, str]:
    """The text of an article, its title first, and the day that the page gives, ISO or "".

    Raises ArticleError where trafilatura is not installed, or finds no article.
    """
    try:
        import trafilatura
    except ImportError as error:  # of it, or of what it needs
        advice = "pip install 'eujdef-tui[html]', or save the article as plain text."
        raise ArticleError("An article in HTML needs trafilatura, which is not installed whole.", advice) from error
    found = trafilatura.bare_extraction(html, with_metadata=True, include_comments=False, include_tables=False)
    body = (getattr(found, "text", "") or "").strip()
    if not body:
        raise ArticleError("No article was found in this page.", "Save its text as a file, and draft that.")
    title = " ".join((getattr(found, "title", "") or "").split())
    text = body if not title or body.startswith(title) else f"{title}\n{body}"
    return text + "\n", str(getattr(found, "date", "") or "")[:10]
