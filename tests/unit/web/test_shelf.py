from __future__ import annotations

import os

from tiendo.web.api.shelf import Kept, Shelf


def test_an_answer_comes_back_as_it_was_put():
    shelf = Shelf()
    shelf.put("a", Kept(b"x" * 10_000, "next"))
    assert shelf.get("a") == Kept(b"x" * 10_000, "next")
    assert shelf.get("b") is None


def test_what_nobody_asked_for_makes_room():
    shelf = Shelf(largest=10_000)
    contents = {str(number): os.urandom(1_000) for number in range(20)}
    for etag, content in contents.items():
        shelf.put(etag, Kept(content))
        shelf.get("0")
    held = [etag for etag in contents if shelf.get(etag)]
    assert "0" in held
    assert held[1:] == [str(number) for number in range(20 - len(held) + 1, 20)]
    assert 7 <= len(held) <= 10


def test_an_answer_that_would_push_out_all_others_is_not_kept():
    shelf = Shelf(largest=10_000)
    shelf.put("a", Kept(os.urandom(2_000)))
    assert shelf.get("a") is None
