"""The screens: each hands views down to its widgets and takes messages up."""
