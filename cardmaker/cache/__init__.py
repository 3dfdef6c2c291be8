"""What was built before, kept in the user's folder and given again while nothing it was made of has changed."""
