"""What is told of cases, in words and before it has a place: the same for a terminal, a page and a feed.

Here are sentences, lines and their order. How they are laid out is the business of `panah.cli` and `panah.web`.
"""
