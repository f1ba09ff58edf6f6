"""The one door to language models: `open_model` gives the one that is set up, through LangChain, or none."""
