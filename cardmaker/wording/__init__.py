"""What the program itself says on paper, and how a language writes numbers and dates."""
