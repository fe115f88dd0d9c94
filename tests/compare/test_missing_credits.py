"""Credits that an article does not give."""

from __future__ import annotations

from dataclasses import replace

from compare_builders import Said, annotation

from generator.compare.missing_credits import find_missing_credits
from generator.compare.statements import find_statements
from generator.model import Annotation, Lineage, MissingCredit, Origin, OutletClaim, Span

TOLD = "“We will not close the old harbour,” Ada Okafor told The Gazette. The council meets today."
SAID = "Ada Okafor said: “We will not close the old harbour.” The council meets today."
WORDS = "“We will not close the old harbour{}”"


def with_origins(article: Annotation, *origins: Origin, carrier: str | None = None) -> Annotation:
    outlet = OutletClaim(carrier, carrier.title(), "editor", None) if carrier else None
    return replace(article, article=replace(article.article, origins=origins, outlet=outlet))


def gazette(text: str, words: str | None = "told The Gazette") -> Origin:
    span = Span(text.index(words), text.index(words) + len(words)) if words else None
    return Origin("gazette", "The Gazette", "quoted report", "text" if words else "editor", span)


def teller() -> Annotation:
    said = Said(WORDS.format(","), "okafor", "direct", cue="told")
    return with_origins(annotation("teller", TOLD, [said]), gazette(TOLD))


def sayer(text: str = SAID, mark: str = ".") -> Annotation:
    return annotation("sayer", text, [Said(WORDS.format(mark), "okafor", "direct", cue="said")])


def missing(*articles: Annotation, lineage: tuple[Lineage, ...] = ()) -> list[MissingCredit]:
    return list(find_missing_credits(articles, find_statements(articles), lineage))


def test_a_sibling_credits_the_same_words():
    (credit,) = missing(teller(), sayer())
    assert (credit.article, credit.name, credit.sibling, credit.quote) == ("sayer", "The Gazette", "teller", "q1")
    assert credit.span is not None
    assert TOLD[slice(*credit.span)] == "told The Gazette"


def test_an_article_that_names_the_outlet_gives_the_credit():
    assert missing(teller(), sayer(SAID + " The Gazette was there.")) == []


def test_the_outlet_needs_no_credit_in_its_own_article():
    assert missing(teller(), with_origins(sayer(), carrier="gazette")) == []


def test_a_like_claim_in_other_words_may_have_been_made_to_others():
    text = "Ada Okafor said the old harbour would not close. The council meets today."
    other = annotation("sayer", text, [Said("the old harbour would not close", "okafor", cue="said")])
    assert missing(teller(), other) == []


def test_a_sibling_with_the_same_text_credits_an_outlet():
    text = "The old harbour stays open, The Gazette reported."
    one = with_origins(annotation("one", text), gazette(text, "The Gazette reported"))
    other = annotation("other", "The old harbour stays open.")
    pair = Lineage(("one", "other"), "rewrites of one text", 0.5, ())
    (credit,) = missing(one, other, lineage=(pair,))
    assert (credit.article, credit.sibling, credit.quote) == ("other", "one", None)
    assert missing(one, other, lineage=(replace(pair, relation="shared quotes"),)) == []


def test_what_the_editor_found_and_the_text_does_not_name():
    text = "The old harbour stays open."
    (credit,) = missing(with_origins(annotation("one", text), gazette(text, None)))
    assert (credit.name, credit.sibling, credit.span) == ("The Gazette", None, None)
    named = "The old harbour stays open, according to a The Gazette column."
    assert missing(with_origins(annotation("one", named), gazette(named, None))) == []


def test_agencies_and_photos_are_no_missing_credit():
    text = "The old harbour stays open. Source: agencies"
    found = Origin("coast-wire", "Coast Wire", "agency", "editor", None)
    printed = Origin(None, "agencies", "agency", "text", Span(36, 44))
    photo = Origin("lens", "Lens", "photo", "editor", None)
    assert missing(with_origins(annotation("one", text), found, printed, photo)) == []
    assert [credit.name for credit in missing(with_origins(annotation("one", text), found, photo))] == ["Coast Wire"]
