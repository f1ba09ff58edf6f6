"""The parts of the program behind the interfaces of LangChain."""
