"""The pages about meetings, a file per noun. GET reads, POST acts."""
