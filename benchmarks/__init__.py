"""How fast raci is, as ratios to simple programs that run in turns with it on the same machine."""
