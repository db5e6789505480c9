"""The author's workbench: checks, pages about them, schema, formatting, tests of a scenario."""
