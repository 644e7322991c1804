"""Scenario, channel, language and time left in; a message out."""
