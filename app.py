"""Starts the web page: `python app.py`."""

import logging
import os
import sys

# Read by libraries as they are imported: nothing may be looked up or reported over the network.
os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")
os.environ.setdefault("HF_HUB_OFFLINE", "1")


def main() -> int:
    """Serve until stopped; 1 with one line on stderr where that cannot be done."""
    from assistant.server.incoming import own_folder
    from index import PlansError, read_settings

    # What the program writes is for the person alone who runs it.
    os.umask(0o077)
    logging.basicConfig(format="%(levelname)s %(name)s: %(message)s")
    logging.getLogger("assistant").setLevel(logging.INFO)
    try:
        settings = read_settings()
        # Read as Gradio is imported: files that browsers send belong to the data, where they are counted and cleared away.
        os.environ["GRADIO_TEMP_DIR"] = str(own_folder(settings.data_dir))
        from assistant.ui.serve import serve

        serve(settings)
    except (PlansError, OSError) as exc:
        sys.stderr.write(f"{exc}\n")
        return 1
    return 0


if __name__ == "__main__":
    status = main()
    logging.shutdown()
    # Python would first wait for threads that are still at work and then take its memory apart, which takes seconds.
    os._exit(status)
