"""The scorecard before it is printed: its words, its lengths, its lines to write on."""
