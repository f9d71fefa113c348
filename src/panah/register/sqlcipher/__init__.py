"""Django's SQLite backend on SQLCipher: the whole file and its log encrypted, the raw key handed over at connecting."""
