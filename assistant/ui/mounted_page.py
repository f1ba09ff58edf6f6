"""The page and what programs call, made into one application: what takes seconds of a start, for the libraries it loads."""

from __future__ import annotations

import gradio as gr
from fastapi import FastAPI
from gradio.routes import App

from assistant.server.calls import Calls, InThreads
from assistant.server.startup import Startup
from assistant.server.web_api import web_api
from assistant.server.workers import Workers, worker_count
from assistant.ui.app import build_page
from assistant.ui.frame.assets import programs_styles, styles
from assistant.ui.frame.theme import PlansTheme
from assistant.ui.programs.programs_page import add_programs_page
from index.settings import Settings

CONCURRENT_EVENTS = 8
MAX_WAITING_EVENTS = 200


class MountedPage:
    """The application, and the processes that answer programs beside it."""

    def __init__(self, startup: Startup, settings: Settings) -> None:
        self.workers = Workers(settings, worker_count(settings), Calls(startup))
        answers = InThreads(self.workers.answered, self.workers.count + 1)
        page = build_page(startup, settings, answers)
        self.app = _mounted(page, settings, web_api(startup, answers))

    def end_streams(self) -> None:
        """Close what Gradio holds open for every page, which would keep the server from ending."""
        for route in self.app.routes:
            mounted = getattr(route, "app", None)
            if isinstance(mounted, App):
                mounted.stop_event.set()


def _mounted(page: gr.Blocks, settings: Settings, programs: FastAPI) -> FastAPI:
    page.queue(default_concurrency_limit=CONCURRENT_EVENTS, max_size=MAX_WAITING_EVENTS)
    add_programs_page(programs, programs_styles())
    served = FastAPI(openapi_url=None)
    served.mount("/api", programs)  # before the page, which takes every path
    gr.mount_gradio_app(
        served,
        page,
        path="/",
        server_name=settings.host,
        server_port=settings.port,
        max_file_size=settings.max_file_bytes,
        blocked_paths=[str(settings.data_dir.resolve()), str(settings.documents_dir.resolve())],
        theme=PlansTheme(),
        head=f"<style>{styles()}</style>",
        footer_links=[],
        run_history=False,
        enable_monitoring=False,
        show_error=False,
        ssr_mode=False,
        mcp_server=True,
    )
    return served
