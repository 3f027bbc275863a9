"""The panels: curves, bars, maps, dials and wires, each a function from values to cells."""
