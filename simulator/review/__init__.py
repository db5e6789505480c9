"""After the exercise: what was recorded, what it shows, and the papers made of it.

Everything follows from a session's folder alone, and every statement names the events behind it.
"""
