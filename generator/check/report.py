"""Findings as text for people and as JSON for tools."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from textwrap import indent
from typing import Any, Final

from generator.check.findings import ORDER, Finding, FindingKind

NOUNS: Final[dict[FindingKind, tuple[str, str]]] = {
    "left out": ("file left out", "files left out"),
    "correction": ("entry without effect", "entries without effect"),
    "text": ("text to look at", "texts to look at"),
    "headline": ("headline", "headlines"),
    "speaker": ("speaker", "speakers"),
    "name": ("name", "names"),
    "outlet": ("outlet", "outlets"),
    "date": ("date", "dates"),
    "topic": ("new topic", "new topics"),
}
"""Each kind in the singular and the plural."""


def render_text(findings: Sequence[Finding]) -> str:
    """One line a finding, as compilers print theirs, and below it what to paste and where; "" if there are none."""
    return "\n".join(map(_lines, findings))


def render_json(findings: Sequence[Finding]) -> str:
    """A list of objects, one a finding, in the same order; what does not apply is `null`."""
    return json.dumps([_object(finding) for finding in findings], ensure_ascii=False, indent=2)


def render_summary(findings: Sequence[Finding]) -> str:
    """How many there are of each kind: `4 to look at: 1 headline, 3 dates`."""
    if not findings:
        return "nothing wants an eye"
    kinds = Counter(finding.kind for finding in findings)
    counted = (f"{kinds[kind]} {NOUNS[kind][kinds[kind] > 1]}" for kind in ORDER if kinds[kind])
    return f"{len(findings)} to look at: {', '.join(counted)}"


def _lines(finding: Finding) -> str:
    place = ":".join(str(part) for part in (finding.path, finding.line, finding.column) if part is not None)
    text = f"{place}: {finding.message}; {finding.remedy}"
    if finding.fix is None:
        return text
    where = f" in place of the entry at line {finding.fix.in_place_of}" if finding.fix.in_place_of else ""
    return f"{text}\n  {finding.fix.path}{where}:\n{indent(finding.fix.yaml.rstrip(), '    ')}"


def _object(finding: Finding) -> dict[str, Any]:
    fix = finding.fix
    return {
        "kind": finding.kind,
        "path": finding.path,
        "line": finding.line,
        "column": finding.column,
        "message": finding.message,
        "remedy": finding.remedy,
        "fix": {"path": fix.path, "in_place_of": fix.in_place_of, "yaml": fix.yaml} if fix else None,
    }
