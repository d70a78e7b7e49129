"""Wording: the staff's table of slips, and small rules of marks, numbers and names."""
