"""The nine tips as rules: a case goes in, findings come out; the whole check, and which line is to blame."""
