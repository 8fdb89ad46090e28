"""Synapse, for as long as whoever started it lives: it ends when its standard input does, whatever ended the tests."""
import os
import sys
import threading


def watch() -> None:
    sys.stdin.buffer.read()
    os._exit(0)


threading.Thread(target=watch, daemon=True).start()

from synapse.app.homeserver import main  # noqa: E402

main()
