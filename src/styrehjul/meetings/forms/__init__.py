"""HTTP in: what people send to the pages about meetings, as the arguments of the verbs."""
