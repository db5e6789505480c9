"""Runs without people and without a screen: playing one, playing many, telling what happened."""
