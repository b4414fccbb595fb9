"""The rules of benefits, without a database."""
