"""First filings: from a position to a paper that a lawyer edits in Word.

A document is data (``documents/<slug>``: ``document.yaml`` beside a Word file for each language). ``drafting`` is the
table of contents: the text is checked and filled in a sandbox (``sandbox``, ``filling``) with what ``context`` tells of
the case and the law; what the file does not say stays a marked gap. ``printing`` typesets the filled paper.

Pure: no network, no clock, no chance; nothing of a case is logged. Not here: the files of the user (see the command).
"""
