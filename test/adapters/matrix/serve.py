"""Synapse, for as long as whoever started it lives: it ends when its standard input does, whatever ended the tests."""
import os
import sqlite3
import sys
import threading


def watch() -> None:
    sys.stdin.buffer.read()
    os._exit(0)


threading.Thread(target=watch, daemon=True).start()

connect = sqlite3.connect


def unsynced(*args, **kwargs) -> sqlite3.Connection:
    """What it stores outlives the process, not the machine: a commit waits for no disk."""
    connection = connect(*args, **kwargs)
    connection.execute("PRAGMA synchronous = OFF")
    return connection


sqlite3.connect = unsynced

from synapse.app.homeserver import main  # noqa: E402

main()
