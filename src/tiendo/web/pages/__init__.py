"""The pages, one folder a task: its view, its forms and its templates together."""
