"""What a session shows, for programs: JSON, tables, workbooks, layers. Pure."""
