"""Untrusted text is shown as it is, and nothing in it becomes live, whatever stands around it."""

from __future__ import annotations

import html
import re
from pathlib import Path
from xml.etree import ElementTree

import markdown
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs.utils.yaml import yaml_load

from generator.render.escape import Markdown, displayed, escape, finalize, front_matter, path, web_address

CONFIG = yaml_load((Path(__file__).parents[2] / "mkdocs.yml").read_text(encoding="utf-8"))

CONTEXTS = {
    "paragraph": "SEED",
    "after a paragraph's line": "word\nSEED",
    "item": "- SEED",
    "after an item": "- item\nSEED",
    "cell": "| a | b |\n| --- | --- |\n| SEED | x |",
    "head of a table": "| SEED | b |\n| --- | --- |\n| a | x |",
    "link": "[SEED](about.md)",
    "heading": "## SEED {: #fixed }",
    "span": '<span class="words">SEED</span>\n{: .wording }',
    "mark": 'x <mark id="q1" class="quote">SEED</mark>[^q1] y\n{: #p1 }\n\n[^q1]: note',
    "beside a mark": 'SEED<mark class="quote">m</mark>SEED\n{: #p1 }',
    "note": "x[^q1]\n\n[^q1]: **SEED** · SEED",
    "box": '<div class="card" markdown="1">\n\nSEED\n\n</div>',
    "item in a box": '<div class="card" markdown="1">\n\n- SEED\n- SEED\n\n</div>',
    "summary": '<details markdown="1">\n<summary>SEED</summary>\n\ntext\n\n</details>',
    "raw block": '<figure class="chart"><svg role="img" aria-label="SEED"><text x="0">SEED</text></svg></figure>',
    "form": '<form hidden>\n<select name="s"><option value="a">SEED</option></select>\n</form>',
    "code": "- Seed: <code>SEED</code>, end",
}
"""The surroundings in which templates place text, at `SEED`."""

NASTY = st.lists(
    st.sampled_from(
        [
            "[a](javascript:alert(1))",
            "![i](x)",
            "<script>alert(1)</script>",
            "<b>",
            "</div>",
            "<!-- c -->",
            "-->",
            "<?php ?>",
            "&lt;",
            "&#60;",
            "&amp",
            "[^1]",
            "[^q1]",
            "[^q1]: x",
            "[TOC]",
            "*[HTML]: x",
            "*a*",
            "__b__",
            "`c`",
            "``",
            "\\*",
            "\\",
            "{: #x .y }",
            "{#x}",
            "|",
            "| a |",
            "---",
            "===",
            "- - -",
            "# h",
            "> q",
            "1. one",
            "12) x",
            "- x",
            "+ x",
            "* x",
            "!!! note",
            "??? note",
            ": def",
            "    code",
            "\t",
            "\n",
            "\n\n",
            "  \n",
            "~~~",
            "```",
            "http://x.example/a_b",
            "<http://x.example>",
            "<a@b.example>",
            "///Footnotes Go Here///",
            "klzzwxh:0000",
            "\x02",
            "\x03",
            "\u202e",
            "\u200b",
            "\ufeff",
            "\ue000",
            "\x00",
            "\x1b[0m",
            "“",
            "’",
            "é",
            "中",
            "{{ x }}",
            "{% x %}",
            "$x$",
            "^a^",
            "==m==",
            "--",
            "...",
            "(c)",
            ":smile:",
            "x",
            "a b",
            " ",
            "1",
            ".",
            "Hegseth",
            "“deal.”",
            '"',
            "'",
            "\r",
            "\u2028",
            'markdown="1"',
        ]
    ),
    max_size=8,
).map("".join)

QUICK = settings(max_examples=40)

ANY_TEXT = st.one_of(NASTY, st.text(max_size=40), st.tuples(NASTY, st.text(max_size=10), NASTY).map("".join))


def site_markdown() -> markdown.Markdown:
    """Markdown as MkDocs sets it up: with the very list of extensions of mkdocs.yml."""
    names, options_of = [], {}
    for extension in CONFIG["markdown_extensions"]:
        name, options = next(iter(extension.items())) if isinstance(extension, dict) else (extension, {})
        names.append(name)
        options_of[name] = options
    return markdown.Markdown(extensions=names, extension_configs=options_of)


MARKDOWN = site_markdown()


def render(text: str) -> str:
    """As MkDocs renders a page."""
    return MARKDOWN.reset().convert(text)


def shape(rendered: str) -> list[str]:
    """The tags of a page with their attributes; of a spoken label only that it is there."""
    return [re.sub(r'aria-label="[^"]*"', "aria-label", tag) for tag in re.findall(r"<[^<>]*>", rendered)]


def words(rendered: str) -> str:
    """What a reader sees or hears: the text and the spoken labels, white space apart."""
    spoken = re.sub(r'<[^<>]*aria-label="([^"]*)"[^<>]*>', r"\1 ", rendered)
    return "".join(html.unescape(re.sub(r"<[^<>]*>", "", spoken)).split())


@pytest.mark.parametrize("context", CONTEXTS)
@QUICK
@given(text=ANY_TEXT.filter(lambda text: displayed(text).strip()))
def test_text_is_displayed_and_nothing_becomes_live(context: str, text: str):
    plain = render(CONTEXTS[context])
    rendered = render(CONTEXTS[context].replace("SEED", finalize(text)))
    assert shape(rendered) == shape(plain)
    assert words(rendered) == words(plain.replace("SEED", html.escape(displayed(text))))


@QUICK
@given(text=ANY_TEXT)
def test_escaped_text_is_one_line_and_well_formed(text: str):
    escaped = escape(text)
    assert "\n" not in escaped
    assert ElementTree.fromstring(f"<p>{escaped}</p>").text or not escaped


@QUICK
@given(text=ANY_TEXT)
def test_what_is_displayed_stays_so_when_displayed_again(text: str):
    assert displayed(displayed(text)) == displayed(text)


def test_invisible_characters_are_not_displayed():
    assert displayed("a\u202eb\u200bc\ufeffd\ue000e\x00f\x1bg\u2066h\xadi\ufdd0j\U0001ffffk") == "abcdefghijk"


def test_invisible_characters_between_spaces_do_not_make_an_indented_block():
    assert displayed("\u200b " * 6 + "code") == " code"


def test_letters_of_all_scripts_are_displayed():
    text = "Władysław Kosiniak-Kamysz, Türkiye, Київ, 中文, עברית, 🕊️"
    assert displayed(text) == text
    assert escape(text) == text


def test_words_without_active_characters_stay_readable_in_the_committed_page():
    text = "“We’re going to have straight talk,” he said — 5% of $1.2 billion (in part)."
    assert escape(text) == text


@QUICK
@given(text=ANY_TEXT)
def test_a_title_is_text_in_html_and_one_value_in_yaml(text: str):
    block = front_matter({"title": text, "search": {"exclude": True}})
    assert block.startswith("---\n")
    assert block.endswith("---\n")
    assert block.count("\n---\n") == 1
    fields = yaml.safe_load(block.removeprefix("---\n").removesuffix("---\n"))
    assert fields["search"] == {"exclude": True}
    assert html.unescape(fields["title"]) == displayed(text)
    assert not set(fields["title"]) & set("<>\"'")


def test_finalize_keeps_our_markdown_and_escapes_what_joins_it():
    assert finalize(Markdown("**x**")) == "**x**"
    assert finalize("**x**") == "&#42;&#42;x&#42;&#42;"
    assert finalize(12) == "12"
    assert Markdown("[{}](x)").format("a](b") == "[a&#93;(b](x)"
    assert Markdown("") + "*" == "&#42;"
    assert Markdown(", ").join(["*", Markdown("*")]) == "&#42;, *"


@pytest.mark.parametrize("value", [None, True, 0.5, ["x"], b"x"])
def test_finalize_refuses_what_is_no_text(value: object):
    with pytest.raises(TypeError, match="a page cannot show"):
        finalize(value)


@pytest.mark.parametrize("address", ["articles/a-b_c.md#q1", "sources/rt.com.md", "", "q1"])
def test_our_addresses_pass(address: str):
    assert path(address) == address


@pytest.mark.parametrize("address", ["a b", "x)](y", "javascript:alert(1)", "a#b#c", 'x"', "a\n", "<x>"])
def test_other_addresses_are_refused(address: str):
    with pytest.raises(ValueError, match="not an address of ours"):
        path(address)


@pytest.mark.parametrize(
    ("given_address", "expected"),
    [
        ("https://x.example/a_b?c=d&e=(f)#g", "https://x.example/a_b?c=d&amp;e=%28f%29#g"),
        ("http://x.example/ü", "http://x.example/%C3%BC"),
        ("https://x.example/[a](b)", "https://x.example/%5Ba%5D%28b%29"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("//x.example", None),
        ("https://x.example/ y", None),
        (None, None),
    ],
)
def test_web_addresses(given_address: str | None, expected: str | None):
    assert web_address(given_address) == expected
