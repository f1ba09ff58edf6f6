"""The page and what programs call, served at one address."""

from __future__ import annotations

import logging
from contextlib import closing
from typing import TYPE_CHECKING

import gradio as gr
from fastapi import FastAPI
from gradio.routes import App

from assistant.server.calls import Calls, InThreads
from assistant.server.door import Door
from assistant.server.hosts import hosts_of
from assistant.server.incoming import incoming_of
from assistant.server.privacy import keep_private
from assistant.server.serving import address_of, bound, serve_until_stopped
from assistant.server.startup import Startup
from assistant.server.web_api import web_api
from assistant.server.workers import Workers, worker_count
from assistant.ui.app import build_page
from assistant.ui.frame.assets import programs_styles, styles
from assistant.ui.frame.theme import PlansTheme
from assistant.ui.programs.programs_page import add_programs_page
from index.settings import Settings

if TYPE_CHECKING:
    from assistant import Assistant
    from index.build import Progress

_log = logging.getLogger(__name__)

CONCURRENT_EVENTS = 8
MAX_WAITING_EVENTS = 200


def serve(settings: Settings) -> None:
    """Start the page and keep it up; the plans are opened, and indexed if need be, while it is already there."""
    startup = Startup(lambda progress: _open_assistant(settings, progress))
    incoming = incoming_of(settings)
    hosts = hosts_of(settings)
    incoming.clear()
    keep_private(settings.data_dir)
    calls = Calls(startup)
    workers = Workers(settings, worker_count(settings), calls)
    answers = InThreads(workers.answered, workers.count + 1)
    page = build_page(startup, settings, answers)
    served = _mounted(page, settings, web_api(startup, answers))
    with closing(bound(settings.host, settings.port)) as listening:
        _log.info("serving %s", address_of(listening))
        startup.begin()
        workers.begin(startup)
        try:
            serve_until_stopped(Door(served, hosts, incoming), listening, lambda: _end_streams(served))
        finally:
            workers.stop()
            incoming.clear_own()


def _mounted(page: gr.Blocks, settings: Settings, programs: FastAPI) -> FastAPI:
    """The page and what programs call, as one application."""
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


def _end_streams(served: FastAPI) -> None:
    """Close what Gradio holds open for every page, which would keep the server from ending."""
    for route in served.routes:
        mounted = getattr(route, "app", None)
        if isinstance(mounted, App):
            mounted.stop_event.set()


def _open_assistant(settings: Settings, progress: Progress) -> Assistant:
    from assistant import Assistant  # loads the model's libraries: seconds in which the page is up

    return Assistant(settings, progress=progress)
