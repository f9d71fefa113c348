"""The picture of routes: A4 pages, black and white, to print, to hang up beside a file, to show in a page.

``telling`` puts routes into words, the values of ``told``; ``calendar`` gives days their place; ``sheet`` draws marks
and words on a page; ``lanes`` lays out one route; ``pages`` is the table of contents: from routes to the text of each
page.
"""

from panah.routes.picture.pages import draw

__all__ = ["draw"]
