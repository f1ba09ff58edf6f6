"""What programs may ask of the running server: plain HTTP with an OpenAPI document, Gradio's clients, MCP tools."""

from assistant.server.endpoints import Endpoint, endpoints
from assistant.server.gradio_api import add_endpoints
from assistant.server.startup import Opening, Startup
from assistant.server.web_api import EXAMPLES_SENT, web_api

__all__ = ["EXAMPLES_SENT", "Endpoint", "Opening", "Startup", "add_endpoints", "endpoints", "web_api"]
