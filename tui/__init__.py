"""The screens of Kulla and its command line; no rules of the exercise."""
