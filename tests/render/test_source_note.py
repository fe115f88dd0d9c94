"""What an editor concluded never reads as if the text said it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from render_sample import OUTLETS, comparison, span

from generator.model import Fact, Origin, OutletClaim
from generator.render.lookup import index_dossier
from generator.render.source_note import SourceNote, make_source_note, outlet_view

HERALD = 2


def note(*origins: Origin) -> SourceNote:
    sample = comparison()
    annotation = sample.annotations[HERALD]
    annotation = replace(annotation, article=replace(annotation.article, origins=origins))
    return make_source_note(index_dossier(sample, OUTLETS), annotation)


def test_an_inferred_origin_is_probable():
    origin = Origin("coast-wire", "Coast Wire", "syndication", "editor", None, (), "high (inferred)")
    (view,) = note(origin).origins
    assert (view.relation, view.by) == ("probably republished from", "editor’s inference")
    assert view.confidence == "high (inferred)"
    (sure,) = note(replace(origin, confidence="certain")).origins
    assert (sure.relation, sure.by) == ("republished from", "the editor’s finding")
    assert sure.confidence is None


def test_what_the_text_names_is_named_in_the_text_whoever_marked_it():
    text = comparison().annotations[HERALD].article.text
    origin = Origin("coast-wire", "Coast Wire", "agency", "editor", span(text, "reporters"), (), "likely")
    (view,) = note(origin).origins
    assert (view.relation, view.by) == ("agency copy from", "named in the text")


def test_an_agency_that_the_text_leaves_unnamed_is_told_once():
    text = comparison().annotations[HERALD].article.text
    found = Origin("coast-wire", "Coast Wire", "agency", "editor", None, (), "likely")
    unnamed = Origin(None, "agencies", "agency", "text", span(text, "reporters"))
    (view,) = note(found, unnamed).origins
    assert view.by == "editor’s inference; the text names only “agencies”"
    assert [piece.words.text for piece in view.evidence] == ["reporters"]
    assert [origin.outlet.text for origin in note(unnamed).origins] == ["agencies"]


def test_a_copy_that_refers_to_its_own_reporting_has_one_origin():
    text = comparison().annotations[HERALD].article.text
    copy = Origin("coast-wire", "Coast Wire", "agency", "text", span(text, "reporters"))
    told = replace(copy, relation="quoted report", span=span(text, "told"))
    (view,) = note(copy, told).origins
    assert view.relation == "agency copy from"
    assert [piece.words.text for piece in view.evidence] == ["reporters", "told"]
    other = replace(told, outlet="herald", name="The Herald")
    assert len(note(copy, other).origins) == 2
    assert [view.relation for view in note(told).origins] == ["refers to reporting by"]


def test_a_text_does_not_refer_to_a_report_that_it_does_not_name():
    origin = Origin("coast-wire", "Coast Wire", "quoted report", "editor", None, (), "likely")
    assert [view.relation for view in note(origin).origins] == ["probably draws on reporting by"]
    sure = replace(origin, confidence="certain")
    assert [view.relation for view in note(sure).origins] == ["draws on reporting by"]


def test_who_carries_it_says_how_it_is_known():
    assert note().carrier_by == "the editor’s finding"
    sample = comparison()
    herald = sample.annotations[HERALD]
    claim = OutletClaim("herald", "The Herald", "editor", None, (), "likely")
    guessed = replace(herald, article=replace(herald.article, outlet=claim))
    assert make_source_note(index_dossier(sample, OUTLETS), guessed).carrier_by == "editor’s inference"
    stated = replace(herald, article=replace(herald.article, outlet=replace(claim, confidence=None)))
    assert make_source_note(index_dossier(sample, OUTLETS), stated).carrier_by == "named by the editor"


@pytest.mark.parametrize(
    ("label", "value", "verified", "shown"),
    [
        ("Owner", "the state", False, "the state (not verified)"),
        ("Owner", "Herald & Sons", True, "Herald & Sons"),
        ("State link", "state-controlled media", True, "state-controlled media"),
        ("State link", "independent public media", True, "state link: independent public media"),
        ("State link", "none known", False, None),
    ],
)
def test_facts_in_the_note_say_what_is_not_verified_and_name_a_state_once(
    label: str, value: str, verified: bool, shown: str | None
):
    outlet = replace(OUTLETS[0], facts=(Fact(label, value, None, None, None, verified=verified),))
    view = outlet_view(outlet)
    assert (view.owner if label == "Owner" else view.state_link) == shown


def test_owner_and_state_link_lead_to_what_backs_them():
    def fact(label: str, url: str | None, *, verified: bool = True) -> Fact:
        return Fact(label, "the state", "A register", url, "2024", verified)

    backed = replace(OUTLETS[0], facts=(fact("Owner", "https://register.example/o"), fact("State link", None)))
    view = outlet_view(backed)
    assert view.owner_source is not None
    assert (view.owner_source.text, view.owner_source.href) == ("source", "https://register.example/o")
    assert view.state_source is None
    guessed = replace(OUTLETS[0], facts=(fact("Owner", "https://register.example/o", verified=False),))
    assert outlet_view(guessed).owner_source is None


def test_who_stands_behind_is_told_of_a_text_that_is_passed_on_not_of_a_report_that_is_mentioned():
    agency, quoted = (Origin("coast-wire", "Coast Wire", way, "editor", None) for way in ("agency", "quoted report"))
    assert note(agency).origins[0].stands_behind is not None
    assert note(quoted).origins[0].stands_behind is None
