"""Chairgame: live through how a neural network learns."""

__version__ = "0.4.0"
