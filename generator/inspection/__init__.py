"""The inspection of any Word document against GB/T 9704-2012, clause by clause."""
