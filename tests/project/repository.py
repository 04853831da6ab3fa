"""Where the repository's own files are, for the tests that read them."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# What tools and the environment leave in a checkout is not the project.
_NOT_OURS = {"build", "dist", "__pycache__", "node_modules"}

_TEXT_SUFFIXES = {
    "", ".cfg", ".css", ".csv", ".html", ".ini", ".json", ".jsonl", ".lock", ".md", ".py", ".sh", ".svg", ".toml",
    ".tsv", ".txt", ".typ", ".yaml", ".yml",
}  # fmt: skip


def files(folder: str = ".") -> list[Path]:
    """All files of a folder of the project, hidden folders but `.ci` left aside."""
    return sorted(path for path in (ROOT / folder).rglob("*") if path.is_file() and _is_ours(path.relative_to(ROOT)))


def text_files() -> list[Path]:
    """The files that people read."""
    return [path for path in files() if path.suffix in _TEXT_SUFFIXES]


def python_files() -> list[Path]:
    """All Python files: the package, the tests, the scripts."""
    return [path for path in files() if path.suffix == ".py"]


def name_of(path: Path) -> str:
    """The path below the root, as a message prints it."""
    return path.relative_to(ROOT).as_posix()


def _is_ours(path: Path) -> bool:
    folders = path.parts[:-1]
    return not any(part in _NOT_OURS or (part.startswith(".") and part != ".ci") for part in folders)
