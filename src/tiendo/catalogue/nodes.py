"""YAML text as plain strings, lists and mappings; imports the YAML library, so files.py loads it only when it reads."""

from __future__ import annotations

import yaml
from yaml.nodes import MappingNode, Node, SequenceNode

from tiendo.catalogue.files import Plain, UnreadableContent


def plain(text: str) -> Plain:
    """What the text holds; raises `UnreadableContent`."""
    try:
        node = yaml.CBaseLoader(text).get_single_node()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise UnreadableContent(vi=f"sai cú pháp YAML ở dòng {line}.", en=f"bad YAML on line {line}.") from error
    if node is None:
        raise UnreadableContent(vi="tệp rỗng.", en="the file is empty.")
    return _plain(node)


def _plain(node: Node) -> Plain:
    # Walking the nodes is twice as fast as the constructor of the library.
    if isinstance(node, SequenceNode):
        return [_plain(item) for item in node.value]
    if isinstance(node, MappingNode):
        return _mapping(node)
    return str(node.value)


def _mapping(node: MappingNode) -> dict[str, Plain]:
    mapping: dict[str, Plain] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        if key in mapping:
            raise UnreadableContent(vi=f"khóa {key!r} viết hai lần.", en=f"the key {key!r} stands twice.")
        mapping[key] = _plain(value_node)
    return mapping
