"""The control room: what the facilitator sees and does. Pages draw, sheets ask."""
