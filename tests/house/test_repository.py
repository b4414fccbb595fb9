"""What may lie in the repository, and what may not."""

from __future__ import annotations

import ast
import hashlib
import re
import tomllib

import pytest

from tests.house.repository import ROOT, committed, texts

# Put together here, so that this file does not hold them itself.
INDEXES = ("py" + "pi.org", "python" + "hosted.org", "registry." + "npmjs", "npm" + "js.com", "registry.yarn" + "pkg")
FOREIGN_NAMES = re.compile(
    r"(^|/)(vendor|node_modules|third_party)/|\.(woff2?|ttf|otf|eot|whl|min\.js|min\.css)$|(^|/)(uv\.lock|pylock\.toml)$"
)
# Where a name is an example for a reader: the demo, the gallery of components, and how a kommissorium file is written.
EXAMPLES = (
    "src/styrehjul/home/demo/",
    "src/styrehjul/home/roles.py",  # the demo's door
    "src/styrehjul/home/gallery.py",
    "src/styrehjul/templates/home/gallery.html",
    "src/styrehjul/bodies/domain/schema.py",
    "src/styrehjul/bodies/domain/reading.py",
)


def test_no_committed_file_names_a_package_index() -> None:
    found = [name for name, text in texts() if any(index in text for index in INDEXES)]
    assert found == []


def test_no_committed_file_has_a_name_of_other_peoples_work() -> None:
    names = [path.relative_to(ROOT).as_posix() for path in committed()]
    assert [name for name in names if FOREIGN_NAMES.search(name)] == []


def test_no_committed_file_is_a_copy_of_a_fetched_one() -> None:
    packages = ROOT / "node_modules"
    if not packages.is_dir():
        pytest.skip("the front-end packages are not fetched")
    foreign = {
        hashlib.sha256(path.read_bytes()).hexdigest()
        for path in packages.rglob("*")
        if path.is_file() and path.stat().st_size > 0
    }
    assert [path for path in committed() if hashlib.sha256(path.read_bytes()).hexdigest() in foreign] == []


def test_every_pinned_requirement_has_its_hash() -> None:
    for name, text in texts(".txt", under="requirements/"):
        for block in re.split(r"\n(?=\S)", text):
            if "==" in block.partition("\n")[0]:
                assert "--hash=sha256:" in block, f"{name}: {block.splitlines()[0]}"


def test_no_migration_names_a_module_of_ours() -> None:
    """A migration that imports an enum breaks on the day the enum moves to another package."""
    imports = re.compile(r"\bstyrehjul\.(?!models\b)[a-z_]+\.[a-z_.]+")
    found = {
        f"{name}: {match.group()}"
        for name, text in texts(".py", under="src/styrehjul/migrations/")
        for match in imports.finditer(text)
    }
    assert found == set()


def names_of_bodies_and_municipalities() -> set[str]:
    """What the shipped kommissorier call their bodies and their municipality."""
    found: set[str] = set()
    for file in sorted((ROOT / "kommissorier").glob("*.toml")):
        kommissorium = tomllib.loads(file.read_text(encoding="utf-8"))
        found.add(kommissorium.get("kommune", ""))
        for body in kommissorium["organ"]:
            found |= {body["kode"], body["navn"], body.get("navn_bestemt", "")}
    return found - {""}


def test_no_body_and_no_municipality_is_named_in_code() -> None:
    """Names are data: another municipality's bodies must do without a line of code."""
    names = {name.casefold() for name in names_of_bodies_and_municipalities()} | {"norddjurs", "programgruppen"}
    assert len(names) > 6
    found = [
        f"{name}: {word}"
        for name, text in texts(".py", ".html", ".js", ".css", ".typ", under="src/styrehjul/")
        if not name.startswith(EXAMPLES)
        for said in [(without_words(text) if name.endswith(".py") else text).casefold()]
        for word in sorted(names)
        if word in said and re.search(rf"\b{re.escape(word)}\b", said)
    ]
    assert found == []


def without_words(source: str) -> str:
    """Python without its comments and docstrings: those may give an example."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node) is not None:
            node.body = node.body[1:] or [ast.Pass()]
    return ast.unparse(tree)


def test_the_notices_are_of_what_is_pinned() -> None:
    told = (ROOT / "THIRD_PARTY_NOTICES").read_text(encoding="utf-8")
    pinned = re.findall(r"(?m)^([a-z0-9._-]+)==([^\s;]+)", (ROOT / "requirements" / "core.txt").read_text("utf-8"))
    assert [f"{name} {version}" for name, version in pinned if f"\n{name} {version}: " not in told] == []
