"""The model: what can be said. Turtle only; this docstring lets the folder ship and be found."""
