"""The headless commands of `kulla`, one module a command, each exporting `command`."""
