"""From a file to frozen, typed objects that remember their line, with every diagnostic at once."""
