"""The strategy's words and rules, without a database."""
