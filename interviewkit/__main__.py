"""`interviewkit`, also as `python -m interviewkit`: what runs first, before anything takes time to load."""

import gc
import sys


def main() -> None:
    """The entry point: an interruption ends in a line of its own, also while the program loads or leaves."""
    try:
        from interviewkit.cli import cli

        for stream in (sys.stdout, sys.stderr):
            reconfigure = getattr(stream, "reconfigure", None)
            if reconfigure:
                reconfigure(errors="backslashreplace")
        cli.main()
    except KeyboardInterrupt:
        sys.stderr.write("interviewkit: interrupted\n")
        sys.exit(130)
    finally:
        gc.freeze()  # the process ends: nobody need look for garbage among all that it has loaded


if __name__ == "__main__":
    main()
