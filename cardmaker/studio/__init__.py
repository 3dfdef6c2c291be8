"""A page in the browser where a plan is made: the messages that it asks by, and the service that it comes from."""
