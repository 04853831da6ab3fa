"""A small OpenID Connect provider on this machine, which can be told to lie."""

from __future__ import annotations

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

CLIENT = "tien-do"
SECRET = "made-up"


class Provider:
    """Hands out the token that it is told to; `asked` are the forms that came to its token endpoint."""

    def __init__(self) -> None:
        self.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.token = ""
        self.config: dict[str, Any] = {}
        self.asked: list[str] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self.address = f"http://127.0.0.1:{self._server.server_port}/realms/tinh"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        """Answer nobody any longer."""
        self._server.shutdown()
        self._server.server_close()

    def sign(self, key: Any = None, algorithm: str = "RS256", **claims: Any) -> None:
        """Hand out a token with these claims beside the usual ones."""
        usual = {
            "iss": self.address,
            "aud": CLIENT,
            "iat": int(time.time()),
            "exp": int(time.time()) + 60,
            "sub": "s-1",
        }
        held = {name: value for name, value in (usual | claims).items() if value is not None}
        self.token = jwt.encode(held, key if key is not None else self.key, algorithm, headers={"kid": "one"})

    def answer(self, path: str) -> dict[str, Any]:
        """What stands at an address."""
        if path.endswith("/.well-known/openid-configuration"):
            return {
                "issuer": self.address,
                "authorization_endpoint": f"{self.address}/authorize",
                "token_endpoint": f"{self.address}/token",
                "jwks_uri": f"{self.address}/keys",
                "userinfo_endpoint": f"{self.address}/userinfo",
                **self.config,
            }
        if path.endswith("/keys"):
            public = json.loads(RSAAlgorithm.to_jwk(self.key.public_key()))
            return {"keys": [public | {"kid": "one", "alg": "RS256", "use": "sig"}]}
        return {"access_token": "x", "token_type": "Bearer", "expires_in": 60, "id_token": self.token}


def _handler(provider: Provider) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            said = json.dumps(provider.answer(self.path)).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(said)))
            self.end_headers()
            self.wfile.write(said)

        def do_POST(self) -> None:
            provider.asked.append(self.rfile.read(int(self.headers["Content-Length"])).decode())
            self.do_GET()

        def log_message(self, *arguments: Any) -> None:
            pass

    return Handler
