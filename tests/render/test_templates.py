"""Templates cannot slip past the escaping, and every kind and degree has its words."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import pytest
from jinja2 import UndefinedError, nodes

import generator.render
from generator.model import Coverage, HeadlineVerdict, LineageRelation, OriginRelation, QuoteKind
from generator.render.pages import environment
from generator.render.phrases import CARRIED, COVERAGE, KINDS, LINEAGE, ORIGINS, VERDICTS

TEMPLATES = sorted((Path(generator.render.__file__).parent / "templates").glob("*.md.j2"))


def test_there_are_templates():
    assert len(TEMPLATES) > 10


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.name)
def test_templates_join_nothing_themselves(template: Path):
    """`a ~ b`, `+`, `%` and filters would escape for HTML only, or not at all."""
    tree = environment().parse(template.read_text(encoding="utf-8"))
    assert not list(
        tree.find_all((nodes.Concat, nodes.Add, nodes.Mod, nodes.MarkSafe, nodes.ScopedEvalContextModifier))
    )
    assert {found.name for found in tree.find_all(nodes.Filter)} <= {"length"}


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.name)
def test_values_stand_in_double_quotes_and_no_code_span_hides_an_entity(template: Path):
    text = template.read_text(encoding="utf-8")
    assert "='" not in text
    assert "`" not in text  # entities show as they are written inside a code span


def test_every_expression_is_escaped():
    shown = environment().from_string("{{ a }} {{ b.c }} {% macro m(x) %}<i>{{ x }}</i>{% endmacro %}{{ m(a) }}")
    assert shown.render(a="<b>", b={"c": "*x*"}) == "&#60;b&#62; &#42;x&#42; <i>&#60;b&#62;</i>"


def test_an_unknown_name_is_an_error():
    with pytest.raises((TypeError, UndefinedError)):
        environment().from_string("{{ nobody }}").render()


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        (KINDS, QuoteKind),
        (COVERAGE, Coverage),
        (CARRIED, Coverage),
        (LINEAGE, LineageRelation),
        (ORIGINS, OriginRelation),
        (VERDICTS, HeadlineVerdict),
    ],
)
def test_every_kind_has_its_words(words: dict[str, str | None], kinds: Any):
    assert list(words) == list(get_args(kinds))
