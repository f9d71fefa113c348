"""The first page: what is due, for whom, worst first; and the book of deadlines, to print."""
