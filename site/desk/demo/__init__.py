"""A believable programme of made-up people. Everyone in it is invented; any likeness is chance."""
