"""An editor's word on whom a mention names: this "Lund" is Bo Lund, that one is nobody's name."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from generator.editor.correct_speaker import is_not_clear, mention_of
from generator.editor.selectors import NoEffectError, find_selected, noting, one_of, shortened
from generator.model import Annotation, Mention, MentionCorrection, Problem, Quote, Role, Span
from generator.slugs import slugify

BETWEEN: Final = re.compile(r"[\s,]{0,2}")
"""What stands between a name and the title or description that goes with it."""


def correct_mentions(annotation: Annotation) -> tuple[Annotation, tuple[Problem, ...]]:
    """Let the editor's word on mentions win over the program's.

    Roles that stand with a corrected mention, and quotes whose speaker it is, follow it, unless the editor set the
    quote's speaker.

    Returns:
        The annotation, and one problem for each correction that points at no mention, or at several.
    """
    facts = annotation.article.facts
    before = annotation
    problems: list[Problem] = []
    for correction in facts.mentions:
        with noting(problems, facts.path or annotation.article.seed.path, correction.line):
            for mention in selected_mentions(correction, before):
                annotation = with_mention(annotation, mention.span, corrected(mention, correction, before))
    return annotation, tuple(problems)


def selected_mentions(correction: MentionCorrection, annotation: Annotation) -> tuple[Mention, ...]:
    """The mentions that a correction is about: one, or all with these words if it says so.

    Raises:
        NoEffectError: it says nothing, or two things at once; or no mention has these words, or several have.
    """
    text, mentions = annotation.article.text, annotation.mentions
    if correction.drop is bool(correction.name or correction.kind):
        says = "drops the mention and names it" if correction.drop else "says nothing about the mention"
        raise NoEffectError(
            f"the correction of “{shortened(correction.exact)}” {says}", "write either `name` or `drop: true`"
        )
    found = find_selected(text, correction, [(mention.span,) for mention in mentions])
    if not (correction.everywhere and found):
        one_of(found, correction, text, "mention", [text[slice(*mention.span)] for mention in mentions])
    return tuple(mentions[number] for number in found)


def corrected(mention: Mention, correction: MentionCorrection, annotation: Annotation) -> Mention | None:
    """The mention as the editor wants it; `None` where it is none."""
    if correction.drop:
        return None
    name = correction.name
    if name is None:
        return replace(mention, kind=correction.kind or mention.kind)
    if is_not_clear(name):
        return replace(mention, kind=correction.kind or mention.kind, name=None, entity=None)
    same = mention_of(name, annotation)
    full = same.name if same and same.name else name
    kind = correction.kind or (same.kind if same else mention.kind)
    return replace(mention, kind=kind, name=full, entity=same.entity if same and same.entity else slugify(full))


def with_mention(annotation: Annotation, span: Span, mention: Mention | None) -> Annotation:
    """The annotation with another mention in the place of one, or none, and what rests on it."""
    mentions = [mention if old.span == span else old for old in annotation.mentions]
    roles = [following_role(role, span, mention, annotation.article.text) for role in annotation.roles]
    return replace(
        annotation,
        mentions=tuple(kept for kept in mentions if kept is not None),
        roles=tuple(role for role in roles if role is not None),
        quotes=tuple(following_quote(quote, span, mention) for quote in annotation.quotes),
        nested=tuple(following_quote(quote, span, mention) for quote in annotation.nested),
    )


def following_role(role: Role, span: Span, mention: Mention | None, text: str) -> Role | None:
    """A role that stands with a mention, as its bearer's."""
    first, last = sorted((role.span, span))
    if first.end > last.start or not BETWEEN.fullmatch(text, first.end, last.start):
        return role
    if mention is None or mention.kind != "person":
        return None
    return replace(role, name=mention.name, entity=mention.entity)


def following_quote(quote: Quote, span: Span, mention: Mention | None) -> Quote:
    """A quote whose speaker's words are a mention, with the speaker whom it names."""
    if quote.speaker is None or quote.speaker.span != span or quote.corrected:
        return quote
    if mention is None:
        return replace(quote, speaker=replace(quote.speaker, name=None, entity=None))
    return replace(quote, speaker=replace(quote.speaker, name=mention.name, entity=mention.entity, kind=mention.kind))
