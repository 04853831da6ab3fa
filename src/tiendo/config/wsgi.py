"""The site as a WSGI application: what `tiendo serve` runs, and what another server may load.

The record is made ready first; where that is done already, it costs one query.
"""

from __future__ import annotations

from tiendo.config.start import ensure_ready

ensure_ready()

from django.core.wsgi import get_wsgi_application  # noqa: E402 - it builds the site, which needs what is above

application = get_wsgi_application()
