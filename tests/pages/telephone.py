"""The authenticator app of a made-up person: codes of the moment from the key that the page shows (RFC 6238)."""

from __future__ import annotations

import base64
import hashlib
import hmac
import time

_STEP = 30  # seconds that a code holds


def code_of(key: str, steps: int = 0) -> str:
    """The six digits of now, or of some steps later: none works twice."""
    moment = (int(time.time()) // _STEP + steps).to_bytes(8, "big")
    digest = hmac.new(base64.b32decode(key.replace(" ", "")), moment, hashlib.sha1).digest()
    place = digest[-1] & 0x0F
    return f"{(int.from_bytes(digest[place : place + 4], 'big') & 0x7FFFFFFF) % 1_000_000:06d}"
