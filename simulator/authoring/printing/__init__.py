"""What is printed of a scenario, for who plays it and for who leads, on paper. Pure.

Each kind is made of blocks, which are values; HTML and PDF are two ways to draw them.
"""
