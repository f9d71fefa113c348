"""The command line: reads files, asks the clock for today, prints answers. It knows no law and derives nothing."""
