"""What is handed out, as values, and the ways to draw it: pages for browsers, and PDF. Pure.

Who makes a paper knows no page, and who draws it knows no scenario.
"""
