"""Objectives and losses: takes outputs, gives measurements and gradients. Nothing else may see the ideal chair."""
