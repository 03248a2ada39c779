"""What is shown of a record, without a screen."""
