"""Routes: how a person could be sent back, how soon, and what exactly stops it.

``game`` holds the values and finds the earliest time of every milestone; ``waits`` tells how long a step takes;
``building`` makes the game of a position; ``blocking`` finds the smallest set of filings; ``finding`` is the table of
contents: from a case to its routes; ``answers`` are the plain values of the contract.
"""
