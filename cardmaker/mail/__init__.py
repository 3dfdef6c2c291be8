"""The files that were made for a roster → a mail to each athlete, as a draft or sent, and nobody written to twice."""
