"""How lists word a quote: `wording_of(annotation, quote)`, shown by the macro `worded(wording)`.

Direct words stand alone. A paraphrase is half a sentence without its speaker and cue, and by itself it would look like
the speaker's words; so it is shown as the text has it: speaker, cue and clause, cut with … where they stand far apart.
All of it is the text's own words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from generator.model import Annotation, Quote, Span
from generator.render.escape import Markdown, escape
from generator.render.phrases import excerpt

GAP: Final = 60
"""Code points between speaker, cue and clause up to which the words between them are shown."""

SENTENCE_END: Final = re.compile(r"[.!?…][\"'”’)]*\s|\n")
RELATIVE: Final = frozenset({"who", "whom", "which", "that"})
"""Speakers as written that say nothing outside their sentence."""

FIRST_PART: Final = re.compile(r"[^,;:()–—\n]+")
"""What follows a cue up to its first sign: whom the speaker names ("praised Ada Okafor, who runs the port, as …")."""

THAT: Final = re.compile(r"that\s+", re.IGNORECASE)
CUT: Final = " … "


@dataclass(frozen=True, slots=True)
class Wording:
    """A quote as lists word it; the three parts, one after the other, are the text's own words."""

    direct: bool
    """The content is somebody's exact words, with their quotation marks; then nothing stands around it."""
    before: str
    """Speaker and cue, with the white space that follows them; may be empty."""
    content: str
    after: str
    """Speaker and cue that follow the clause (", according to Hegseth"); may be empty."""

    @property
    def plain(self) -> str:
        """All of it as text."""
        return f"{self.before}{self.content}{self.after}"

    @property
    def shown(self) -> Markdown:
        """All of it as Markdown, the content set apart from what introduces it."""
        return render_wording(self)


@lru_cache(maxsize=1 << 14)  # the same quote stands on many pages
def render_wording(wording: Wording) -> Markdown:
    """What `Wording.shown` shows."""
    parts = [("lead-in", wording.before), ("clause", wording.content), ("lead-in", wording.after)]
    spans = [
        Markdown("").join([Markdown(f'<span class="{part}">'), escape(words), Markdown("</span>")])
        for part, words in parts
        if words
    ]
    return escape(wording.content) if wording.direct else Markdown("").join(spans)


def wording_of(annotation: Annotation, quote: Quote) -> Wording:
    """Word a quote for a list: direct words as they are, all else with its speaker and cue.

    Speaker and cue are left out where they stand in another paragraph, and a speaker written as "who" always. A clause
    without any loses its leading "that".
    """
    text, content = annotation.article.text, quote.span
    if quote.kind == "direct":
        return Wording(True, "", excerpt(text, content), "")
    paragraph = next(
        (each for each in annotation.article.paragraphs if each.start <= content.start < each.end), content
    )
    speaker = quote.speaker.span if quote.speaker else None
    if speaker and excerpt(text, speaker).lower() in RELATIVE:
        speaker = None
    around = [speaker, quote.cue]
    near = sorted(each for each in around if each and paragraph.start <= each.start and each.end <= paragraph.end)
    leading = [each for each in near if each.end <= content.start]
    following = [each for each in near if each.start >= content.end]
    before = "".join(
        excerpt(text, each) + between(text, each.end, then.start, keep_first=each == quote.cue)
        for each, then in pairwise([*leading, content])
    )
    after = "".join(
        between(text, ahead.end, each.start) + excerpt(text, each) for ahead, each in pairwise([content, *following])
    )
    that = THAT.match(text, content.start, content.end)
    start = that.end() if that else content.start
    return Wording(
        direct=False,
        before=before + text[content.start : start] if before else "",
        content=excerpt(text, Span(start, content.end)),
        after=after,
    )


def between(text: str, start: int, end: int, *, keep_first: bool = False) -> str:
    """The words between two parts, or a cut where they are many or end a sentence.

    Args:
        text: the seed's text.
        start: where the words begin.
        end: where they end.
        keep_first: of many words in one sentence, those up to the first sign stay.
    """
    words = text[start:end]
    if SENTENCE_END.search(words):
        return CUT
    if len(words) <= GAP:
        return words
    first = FIRST_PART.match(words) if keep_first else None
    return f"{first[0].rstrip()}{CUT}" if first and first[0].strip() and len(first[0]) <= GAP else CUT
