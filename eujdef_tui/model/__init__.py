"""What a record is: its fields, and what it is called and found by."""
