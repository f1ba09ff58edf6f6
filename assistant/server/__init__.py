"""What programs may ask of the running server: plain HTTP with an OpenAPI document, Gradio's clients, MCP tools.

Its modules are imported by those who need them: a process that only answers loads neither Gradio nor FastAPI.
"""
