from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from plain_article import plain_article

from generator.compare import people as people_module
from generator.compare.editors_word import find_unmatched
from generator.compare.entities import resolve_entities
from generator.model import (
    Annotation,
    ArticleFacts,
    DossierFacts,
    DossierPerson,
    DossierThing,
    HeadlineCheck,
    Mention,
    Nobody,
    Quote,
    Role,
    Span,
    Speaker,
)
from generator.slugs import slugify

GOLD = Path(__file__).parents[1] / "gold"


def annotation(article_id, *mentions, roles=(), speakers=()):
    """An article that is a list of mentions, one a line.

    Args:
        article_id: the seed's id.
        mentions: (text, name) of people, or (text, name, kind).
        roles: (words, name).
        speakers: (index of a mention, name), one quote each.
    """
    lines, spans = [], []
    at = 0
    for words in [mention[0] for mention in mentions] + [role[0] for role in roles]:
        lines.append(words)
        spans.append(Span(at, at + len(words)))
        at += len(words) + 1
    made = [
        Mention(span, (*rest, "person")[0], name, slugify(name) if name else None)
        for span, (_, name, *rest) in zip(spans, mentions, strict=False)
    ]
    article = plain_article("\n".join(lines))
    return Annotation(
        article=replace(article, seed=replace(article.seed, id=article_id)),
        quotes=tuple(
            Quote(
                f"q{number}",
                "indirect",
                Span(0, 1),
                (),
                Speaker(made[index].span, name, slugify(name) if name else None, made[index].kind),
                None,
                None,
                0.5,
            )
            for number, (index, name) in enumerate(speakers, 1)
        ),
        mentions=tuple(made),
        roles=tuple(
            Role(span, name, slugify(name)) for span, (_, name) in zip(spans[len(mentions) :], roles, strict=True)
        ),
        topics=(),
        dates=(),
        wording=(),
        headline_check=HeadlineCheck("no headline", ()),
    )


def names(annotations):
    return [[mention.name for mention in one.mentions] for one in annotations]


def resolve(*annotations, people=()):
    return resolve_entities(annotations, DossierFacts(people=tuple(people)))


# ---------------------------------------------------------------- people


def test_a_family_name_that_one_person_bears_is_that_person():
    resolved, entities = resolve(
        annotation("a", ("Brandt", "Brandt"), ("Brandt", "Brandt")),
        annotation("b", ("Paul Brandt", "Paul Brandt"), ("Ann Keller", "Ann Keller")),
    )
    assert names(resolved) == [["Paul Brandt", "Paul Brandt"], ["Paul Brandt", "Ann Keller"]]
    assert [(e.id, e.aliases, e.articles) for e in entities] == [
        ("paul-brandt", ("Brandt",), ("a", "b")),
        ("ann-keller", (), ("b",)),
    ]


def test_a_family_name_that_two_bear_stays_ambiguous():
    resolved, entities = resolve(
        annotation("a", ("Brandt", "Brandt")),
        annotation("b", ("Paul Brandt", "Paul Brandt"), ("Eva Brandt", "Eva Brandt")),
    )
    assert [(m.name, m.entity) for m in resolved[0].mentions] == [(None, None)]
    assert [e.articles for e in entities] == [("b",), ("b",)]


def test_a_title_tells_two_bearers_apart():
    resolved, _ = resolve(
        annotation("a", ("Brandt", "Brandt"), roles=[("Senator", "Brandt")]),
        annotation(
            "b",
            ("Paul Brandt", "Paul Brandt"),
            ("Eva Brandt", "Eva Brandt"),
            roles=[("Senator", "Eva Brandt"), ("lawyer", "Paul Brandt")],
        ),
    )
    assert names(resolved)[0] == ["Eva Brandt"]


def line(article_id, text, *, people=(), orgs=(), roles=(), speakers=()):
    """An article of one line.

    Args:
        article_id: the seed's id.
        text: the line.
        people: (words, name within the article), each at the first place after the one before.
        orgs: names of organisations.
        roles: (words, name within the article).
        speakers: (words, name within the article), one quote each.
    """

    def spans(rows):
        at = 0
        for words, name in rows:
            at = text.index(words, at)
            yield Span(at, at := at + len(words)), name

    article = plain_article(text)
    mentions = [Mention(span, "person", name, slugify(name) if name else None) for span, name in spans(people)]
    mentions += [Mention(span, "org", name, slugify(name)) for span, name in spans((org, org) for org in orgs)]
    return Annotation(
        article=replace(article, seed=replace(article.seed, id=article_id)),
        quotes=tuple(
            Quote(f"q{number}", "indirect", Span(0, 1), (), Speaker(span, name, None, "person"), None, None, 0.5)
            for number, (span, name) in enumerate(spans(speakers), 1)
        ),
        mentions=tuple(sorted(mentions, key=lambda mention: mention.span)),
        roles=tuple(Role(span, name, slugify(name) if name else None) for span, name in spans(roles)),
        topics=(),
        dates=(),
        wording=(),
        headline_check=HeadlineCheck("no headline", ()),
    )


HELEN = line(
    "helen",
    "Governor Helen Oakley was calm.",
    people=[("Helen Oakley", "Helen Oakley")],
    roles=[("Governor", "Helen Oakley")],
)
PETER = line(
    "peter",
    "Peter Oakley, president of the Miners' Union, was not.",
    people=[("Peter Oakley", "Peter Oakley")],
    orgs=["Miners' Union"],
    roles=[("president of the Miners' Union", "Peter Oakley")],
)


def test_an_open_family_name_is_whose_title_it_bears_in_the_dossier():
    opened = line(
        "a",
        "Governor Oakley frowned. Peter Oakley cheered.",
        people=[("Oakley", None), ("Peter Oakley", "Peter Oakley")],
        roles=[("Governor", None)],
        speakers=[("Oakley", None)],
    )
    resolved, entities = resolve(opened, HELEN, PETER)
    assert names(resolved)[0] == ["Helen Oakley", "Peter Oakley"]
    assert resolved[0].roles[0].entity == "helen-oakley"
    assert resolved[0].quotes[0].speaker.entity == "helen-oakley"
    assert {e.name: [role.text for role in e.roles] for e in entities if e.kind == "person"} == {
        "Helen Oakley": ["Governor", "Governor"],
        "Peter Oakley": ["president of the Miners' Union"],
    }


def test_an_open_family_name_behind_anothers_full_name_is_whose_office_follows_it():
    article = line(
        "a",
        "Peter Oakley wept. Oakley, the governor, was calm.",
        people=[("Peter Oakley", "Peter Oakley"), ("Oakley", None)],
        roles=[("governor", None)],
    )
    resolved, _ = resolve(article, HELEN, PETER)
    assert names(resolved)[0] == ["Peter Oakley", "Helen Oakley"]


def test_the_body_of_another_bearer_outweighs_the_full_name_before_it():
    article = line(
        "a",
        "Helen Oakley wept. Oakley of the Miners' Union sang.",
        people=[("Helen Oakley", "Helen Oakley"), ("Oakley", "Helen Oakley")],
        orgs=["Miners' Union"],
    )
    assert names(resolve(article, HELEN, PETER)[0])[0] == ["Helen Oakley", "Peter Oakley", "Miners' Union"]


def test_an_open_family_name_is_whose_body_it_names_in_the_dossier():
    opened = line(
        "a",
        "Governor Helen Oakley frowned, said Oakley of the Miners' Union.",
        people=[("Helen Oakley", "Helen Oakley"), ("Oakley", None)],
        orgs=["Miners' Union"],
        roles=[("Governor", "Helen Oakley")],
    )
    assert names(resolve(opened, HELEN, PETER)[0])[0] == ["Helen Oakley", "Peter Oakley", "Miners' Union"]


def test_an_open_family_name_whose_title_nobody_or_two_bear_stays_open():
    opened = line("a", "Bishop Oakley frowned.", people=[("Oakley", None)], roles=[("Bishop", None)])
    assert names(resolve(opened, HELEN, PETER)[0])[0] == [None]
    opened = line("a", "Governor Oakley frowned.", people=[("Oakley", None)], roles=[("Governor", None)])
    other = line("other", "Governor Ann Oakley left.", people=[("Ann Oakley",) * 2], roles=[("Governor", "Ann Oakley")])
    assert names(resolve(opened, HELEN, PETER, other)[0])[0] == [None]


def test_a_shared_family_name_before_the_full_name_is_not_its_bearers_by_default():
    early = line(
        "a",
        "Oakley frowned. He sighed. Peter Oakley cheered. Oakley sang.",
        people=[("Oakley", "Peter Oakley"), ("Peter Oakley", "Peter Oakley"), ("Oakley", "Peter Oakley")],
        speakers=[("Oakley", "Peter Oakley"), ("He", "Peter Oakley"), ("Oakley sang", "Peter Oakley")],
    )
    resolved, _ = resolve(early, HELEN, PETER)
    assert names(resolved)[0] == [None, "Peter Oakley", "Peter Oakley"]
    assert [quote.speaker.name for quote in resolved[0].quotes] == [None, None, "Peter Oakley"]
    alone, _ = resolve(early, PETER)
    assert names(alone)[0] == ["Peter Oakley"] * 3


def test_a_headline_speaks_of_the_only_bearer_whom_its_article_names():
    text = "Oakley cheers\nPeter Oakley cheered."
    one = line("a", text, people=[("Oakley", "Peter Oakley"), ("Peter Oakley", "Peter Oakley")])
    one = replace(one, article=replace(one.article, headline=Span(0, 13)))
    assert names(resolve(one, HELEN, PETER)[0])[0] == ["Peter Oakley"] * 2
    text = "Oakley frowns\nGovernor Oakley frowned. Peter Oakley cheered."
    people = [("Oakley", "Peter Oakley"), ("Oakley", None), ("Peter Oakley", "Peter Oakley")]
    two = line("a", text, people=people, roles=[("Governor", None)])
    two = replace(two, article=replace(two.article, headline=Span(0, 13)))
    assert names(resolve(two, HELEN, PETER)[0])[0] == [None, "Helen Oakley", "Peter Oakley"]


def test_the_editor_says_whose_an_open_family_name_is():
    opened = line("a", "Governor Oakley frowned.", people=[("Oakley", None)], roles=[("Governor", None)])
    peter = DossierPerson("Peter Oakley", aliases=("Oakley",))
    assert names(resolve(opened, HELEN, PETER, people=(peter,))[0])[0] == ["Peter Oakley"]


def test_titles_of_two_people_in_one_article_are_kept_apart():
    both = line(
        "a",
        "Governor Oakley frowned, said Oakley of the Miners' Union. Oakley sang.",
        people=[("Oakley", "Oakley")] * 3,
        orgs=["Miners' Union"],
        roles=[("Governor", "Oakley")],
    )
    assert [name for name in names(resolve(both, HELEN, PETER)[0])[0] if name != "Miners' Union"] == [
        "Helen Oakley",
        "Peter Oakley",
        None,
    ]


def test_a_title_before_the_full_name_counts_for_whoever_bears_it_elsewhere():
    early = line(
        "a",
        "Governor Oakley frowned. Peter Oakley cheered.",
        people=[("Oakley", "Peter Oakley"), ("Peter Oakley", "Peter Oakley")],
        roles=[("Governor", "Peter Oakley")],
        speakers=[("Governor Oakley", "Peter Oakley")],
    )
    resolved, _ = resolve(early, HELEN, PETER)
    assert names(resolved)[0] == ["Helen Oakley", "Peter Oakley"]
    assert resolved[0].roles[0].name == "Helen Oakley"
    assert resolved[0].quotes[0].speaker.name == "Helen Oakley"


def test_a_name_has_one_kind_in_the_dossier():
    firm = [annotation(name, ("Harland Blake", "Harland Blake", "org")) for name in "ab"]
    person = annotation(
        "c",
        ("Harland Blake", "Harland Blake"),
        roles=[("carrier", "Harland Blake")],
        speakers=[(0, "Harland Blake")],
    )
    resolved, entities = resolve(*firm, person)
    assert [(e.id, e.kind, e.articles) for e in entities] == [("harland-blake", "org", ("a", "b", "c"))]
    assert resolved[2].quotes[0].speaker.kind == "org"
    assert resolved[2].roles[0].name is None
    resolved, entities = resolve(firm[0], person, replace_id(person, "d"))
    assert [(e.id, e.kind, e.articles) for e in entities] == [("harland-blake", "person", ("a", "c", "d"))]


def replace_id(one, article_id):
    """The same article under another id."""
    return replace(one, article=replace(one.article, seed=replace(one.article.seed, id=article_id)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Volodymyr Zelenskyy", "Volodymyr Zelensky"),
        ("Volodymyr Zelenskiy", "Vladimir Zelensky"),
        ("Vassily Nebenzia", "Vasily Nebenzya"),
        ("Sergey Lavrov", "Sergei Lavrov"),
        ("Alexander Lukashenko", "Aleksandr Lukashenka"),
        ("Władysław Kosiniak-Kamysz", "Wladyslaw Kosiniak Kamysz"),
        ("Joe Biden", "Joseph R. Biden"),
        ("J.D. Vance", "JD Vance"),
        ("Recep Tayyip Erdoğan", "Recep Erdogan"),
        ("Kim Jong Un", "Kim Jong-un"),
        ("Muhammad Yunus", "Mohammed Yunus"),
        ("TED CRUZ", "Ted Cruz"),
    ],
)
def test_spellings_of_one_name_are_one_person(one, other):
    _, entities = resolve(annotation("a", (one, one)), annotation("b", (other, other)))
    assert len(entities) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bill Clinton", "Hillary Clinton"),
        ("Daniel Smith", "Danielle Smith"),
        ("John Smith", "Joan Smith"),
        ("Donald Trump", "Donald Trump Jr."),
        ("George W. Bush", "George H. W. Bush"),
        ("Kim Jong Un", "Kim Jong Il"),
        ("Kim Jong Un", "Kim Yo Jong"),
        ("Boris Johnson", "Boris Johnston"),
        ("Michael Walz", "Michael Walls"),
        ("Tim Walz", "Michael Waltz"),
        ("Ben Carson", "Ben Cardin"),
        ("Xi Jinping", "Xi Mingze"),
    ],
)
def test_different_people_stay_apart(one, other):
    _, entities = resolve(annotation("a", (one, one)), annotation("b", (other, other)))
    assert len(entities) == 2


def test_a_single_name_in_two_spellings_is_one_person():
    resolved, entities = resolve(
        annotation("a", ("Zelensky", "Zelensky"), ("Zelensky", "Zelensky")), annotation("b", ("Zelenskyy", "Zelenskyy"))
    )
    assert len(entities) == 1
    assert names(resolved) == [["Zelensky", "Zelensky"], ["Zelensky"]]


@pytest.mark.parametrize("other", ["Ann do Porto", "Tico", "Tico Hale"])
def test_another_name_that_one_article_gives_somebody_is_theirs_in_the_others(other):
    introducing = annotation("a", ("Ann Hale", "Ann Hale"), ("Ann do Porto", "Ann Hale"), ("Tico", "Ann Hale"))
    resolved, entities = resolve(introducing, annotation("b", (other, other)))
    assert [entity.name for entity in entities] == ["Ann Hale"]
    assert resolved[1].mentions[0].entity == "ann-hale"


def test_a_pen_name_is_not_who_an_article_names_beside_its_bearer():
    introducing = annotation("a", ("Dana Pruitt", "Dana Pruitt"), ("Ann Hale", "Dana Pruitt"))
    apart = annotation("b", ("Dana Pruitt", "Dana Pruitt"), ("Ann Hale", "Ann Hale"))
    resolved, _ = resolve(introducing, apart)
    assert [mention.entity for mention in resolved[1].mentions] == ["dana-pruitt", "ann-hale"]


def test_a_nickname_that_an_article_gives_two_people_is_neithers_elsewhere():
    both = annotation("a", ("Ann Hale", "Ann Hale"), ("Tico", "Ann Hale"), ("Bo Marsh", "Bo Marsh"), ("Tico", None))
    resolved, _ = resolve(both, annotation("b", ("Tico", "Tico")))
    assert resolved[1].mentions[0].entity == "tico"


def test_a_short_form_of_a_given_name_is_nobodys_in_other_articles():
    introducing = annotation("a", ("Samantha Hale", "Samantha Hale"), ("Sam", "Samantha Hale"))
    _, entities = resolve(introducing, annotation("b", ("Sam", "Sam")))
    assert len(entities) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Orlov spoke of her brother Igor.", "igor-orlov"),
        ("Ann Orlov spoke of her son, Igor.", "igor-orlov"),
        ("Ann Hale spoke of her brother Igor.", "igor"),
        ("Ann Hale told Ann Orlov of Igor, a waiter.", "igor"),
        ("Ann Hale spoke of her brother Igor to Ann Orlov.", "igor"),
    ],
    ids=["family named", "behind a comma", "other family", "no relative", "another's relative"],
)
def test_a_relative_by_the_given_name_is_the_one_of_that_family(text, expected):
    found = sorted((text.index(name), name) for name in ("Ann Orlov", "Ann Hale", "Igor") if name in text)
    there = annotation("b", ("Igor", "Igor"))
    there = replace(
        there,
        article=replace(there.article, seed=replace(there.article.seed, text=text)),
        mentions=tuple(Mention(Span(at, at + len(name)), "person", name, slugify(name)) for at, name in found),
    )
    resolved, _ = resolve(annotation("a", ("Igor Orlov", "Igor Orlov")), there)
    assert [mention.entity for mention in resolved[1].mentions if text[slice(*mention.span)] == "Igor"] == [expected]


def test_a_grandson_of_his_name_is_not_who_the_article_names_in_full():
    resolved, _ = resolve(annotation("a", ("Igor Orlov", "Igor Orlov"), ("Igor", "Igor")))
    assert [mention.entity for mention in resolved[0].mentions] == ["igor-orlov", "igor"]


def test_roles_say_where_they_stand():
    _, (entity,) = resolve(
        annotation("a", ("Ann Keller", "Ann Keller"), roles=[("Senator", "Ann Keller")]),
        annotation("b", ("Keller", "Keller"), roles=[("the Ohio lawmaker", "Keller")]),
    )
    assert [(role.text, role.article) for role in entity.roles] == [("Senator", "a"), ("the Ohio lawmaker", "b")]


# ---------------------------------------------------------------- speakers


def test_speakers_are_rewritten_with_their_mentions():
    resolved, _ = resolve(
        annotation("a", ("Brandt", "Brandt"), speakers=[(0, "Brandt")]),
        annotation("b", ("Paul Brandt", "Paul Brandt")),
    )
    speaker = resolved[0].quotes[0].speaker
    assert (speaker.name, speaker.entity) == ("Paul Brandt", "paul-brandt")


def test_an_ambiguous_speaker_is_nobody():
    resolved, _ = resolve(
        annotation("a", ("Brandt", "Brandt"), speakers=[(0, "Brandt")]),
        annotation("b", ("Paul Brandt", "Paul Brandt"), ("Eva Brandt", "Eva Brandt")),
    )
    speaker = resolved[0].quotes[0].speaker
    assert (speaker.name, speaker.entity) == (None, None)


def test_a_speaker_whom_only_the_editor_names_is_an_entity():
    _, entities = resolve(annotation("a", ("Ann Keller", "Ann Keller"), speakers=[(0, "Paul Brandt")]))
    assert {e.id for e in entities} == {"ann-keller", "paul-brandt"}


def test_a_speaker_without_a_name_gets_that_of_an_alias():
    resolved, _ = resolve(
        annotation("a", ("Brandt", None), ("Paul Brandt", "Paul Brandt"), speakers=[(0, None)]),
        people=[DossierPerson("Eva Brandt", ("Brandt",))],
    )
    assert names(resolved) == [["Eva Brandt", "Paul Brandt"]]
    assert resolved[0].quotes[0].speaker.entity == "eva-brandt"


# ---------------------------------------------------------------- the editor


def test_the_editor_names_a_person():
    resolved, entities = resolve(
        annotation("a", ("James David Vance", "James David Vance")),
        annotation("b", ("JD Vance", "JD Vance")),
        people=[DossierPerson("JD Vance", ("James David Vance",))],
    )
    assert names(resolved) == [["JD Vance"], ["JD Vance"]]
    assert [(e.id, e.aliases) for e in entities] == [("jd-vance", ("James David Vance",))]


def test_the_editor_gives_a_shared_family_name_to_one():
    resolved, _ = resolve(
        annotation("a", ("Brandt", "Brandt")),
        annotation("b", ("Paul Brandt", "Paul Brandt"), ("Eva Brandt", "Eva Brandt")),
        people=[DossierPerson("Eva Brandt", ("Brandt",))],
    )
    assert names(resolved)[0] == ["Eva Brandt"]


def test_a_person_whom_no_article_mentions_is_no_entity():
    _, entities = resolve(annotation("a", ("Ann Keller", "Ann Keller")), people=[DossierPerson("Paul Brandt")])
    assert [e.id for e in entities] == ["ann-keller"]


# ---------------------------------------------------------------- organisations and places


def test_an_abbreviation_that_one_article_explains_is_known_in_all():
    _, entities = resolve(
        annotation("a", ("BHS", "BHS", "org")),
        annotation("b", ("BHS", "Bureau of Harbour Statistics", "org")),
    )
    assert [(e.name, e.articles) for e in entities] == [("Bureau of Harbour Statistics", ("a", "b"))]


def test_the_article_before_a_name_makes_no_other_thing():
    _, entities = resolve(
        annotation("a", ("The Harbour Times", "The Harbour Times", "org")),
        annotation("b", ("Harbour Times", "Harbour Times", "org")),
    )
    assert len(entities) == 1


def test_the_more_frequent_kind_wins():
    resolved, entities = resolve(
        annotation("a", ("Harland", "Harland", "org"), ("Harland", "Harland", "org")),
        annotation("b", ("Harland", "Harland", "place")),
    )
    assert [e.kind for e in entities] == ["org"]
    assert resolved[1].mentions[0].kind == "org"


def test_a_person_and_a_place_of_one_name_have_two_ids():
    _, entities = resolve(
        annotation("a", ("Washington", "Washington", "person")),
        annotation("b", ("Washington", "Washington", "place")),
    )
    assert sorted((e.id, e.kind) for e in entities) == [("washington", "person"), ("washington-place", "place")]


def test_long_names_with_one_beginning_have_two_ids():
    long = "International Association for the Study of Harbours and Waterways of the "
    _, entities = resolve(annotation("a", (long + "North", long + "North", "org"), ("x", long + "South", "org")))
    ids = [e.id for e in entities]
    assert len(set(ids)) == 2
    assert all(len(one) <= 60 for one in ids)


# ---------------------------------------------------------------- the whole


@pytest.mark.spacy
def test_the_seeds_name_the_same_people(nlp, root):
    from generator.annotate.names.mentions import find_mentions
    from generator.annotate.nlp import parse
    from generator.seeds.clean import clean
    from generator.seeds.read import read_seed

    gold = yaml.safe_load((GOLD / "seeds_people.yml").read_text(encoding="utf-8"))
    annotations = []
    for name in gold:
        article = clean(read_seed(root / f"seeds/{name}.txt", root), ArticleFacts())
        mentions, roles = find_mentions(parse(article, nlp))
        annotations.append(Annotation(article, (), mentions, roles, (), (), (), HeadlineCheck("no headline", ())))
    resolved, entities = resolve_entities(annotations, DossierFacts())
    expected = {(name, label["start"]): label.get("dossier", label["name"]) for name in gold for label in gold[name]}
    found = {
        (one.article.seed.id, m.span.start): m.name for one in resolved for m in one.mentions if m.kind == "person"
    }
    assert found == expected
    people = [entity for entity in entities if entity.kind == "person"]
    assert {entity.name for entity in people} == set(expected.values())
    assert len({entity.id for entity in entities}) == len(entities)
    assert {"Erdogan", "Modi", "Netanyahu", "Bolsonaro", "Murat Sofuoglu"}.isdisjoint(expected.values())


def test_the_order_of_articles_does_not_change_the_ids():
    annotations = [
        annotation("a", ("Brandt", "Brandt"), ("Kyiv", "Kyiv", "place")),
        annotation("b", ("Paul Brandt", "Paul Brandt"), ("Sergei Orlov", "Sergei Orlov")),
        annotation("c", ("Paul Brandt", "Paul Brandt"), ("Sergey Orlov", "Sergey Orlov")),
    ]
    assert [(e.id, e.name) for e in resolve(*annotations)[1]] == [
        (e.id, e.name) for e in resolve(*reversed(annotations))[1]
    ]


def test_names_are_not_compared_each_with_each(monkeypatch):
    compared = []
    near = people_module.are_near_spellings
    monkeypatch.setattr(people_module, "are_near_spellings", lambda a, b: bool(compared.append((a, b))) or near(a, b))
    family_names = ["".join(letters) for letters in itertools.product("bdkmr", "aeou", "lnst", "aeou", ["vidman"])]
    given_names = ["Anna", "Paul", "Eva", "Igor"]
    everybody = [f"{given} {family.title()}" for given in given_names for family in family_names]
    articles = [annotation(f"a{n}", *((name, name) for name in everybody[n::60])) for n in range(60)]
    _, entities = resolve(*articles)
    assert len(entities) == len(everybody) == 1280
    assert len(compared) < 2 * len(everybody)


# ---------------------------------------------------------------- what the editor says, and what of it matches nothing


def test_the_editor_keeps_two_people_apart():
    articles = (annotation("a", ("Sergei Orlov", "Sergei Orlov")), annotation("b", ("Sergey Orlov", "Sergey Orlov")))
    assert len(resolve(*articles)[1]) == 1
    _, entities = resolve(*articles, people=[DossierPerson("Sergei Orlov", apart=("Sergey Orlov",))])
    assert {e.name for e in entities} == {"Sergei Orlov", "Sergey Orlov"}


def test_the_editor_gives_a_role():
    _, entities = resolve(
        annotation("a", ("Ann Keller", "Ann Keller")), people=[DossierPerson("Ann Keller", role="Minister")]
    )
    assert [e.editors_role for e in entities] == ["Minister"]


def test_the_editor_says_that_words_are_nobodys_name():
    resolved, entities = resolve_entities(
        [
            annotation(
                "a", ("Harmonia Nord", "Harmonia Nord"), ("Ann Keller", "Ann Keller"), speakers=[(0, "Harmonia Nord")]
            )
        ],
        DossierFacts(nobody=(Nobody("Harmonia Nord"),)),
    )
    assert [e.name for e in entities] == ["Ann Keller"]
    assert names(resolved) == [["Ann Keller"]]
    assert resolved[0].quotes[0].speaker.name is None


def test_the_editor_merges_organisations():
    resolved, entities = resolve_entities(
        [annotation("a", ("Defence Office", "Defence Office", "org"), ("Citadel", "Citadel", "place"))],
        DossierFacts(things=(DossierThing("Citadel", "org", ("Defence Office",)),)),
    )
    assert [(e.name, e.kind, e.aliases) for e in entities] == [("Citadel", "org", ("Defence Office",))]
    assert names(resolved) == [["Citadel", "Citadel"]]


def test_what_matches_nothing_is_named_with_its_line_and_the_nearest_name():
    facts = DossierFacts(
        path="seeds/dossier.yml",
        people=(DossierPerson("Anne Kellar", line=3), DossierPerson("Ann Keller", apart=("Paul Brand",), line=5)),
        things=(DossierThing("Kief", "place", line=9),),
        nobody=(Nobody("Harmonia Nort", line=12),),
    )
    articles = [
        annotation("a", ("Ann Keller", "Ann Keller"), ("Paul Brandt", "Paul Brandt"), ("Kiev", "Kiev", "place")),
    ]
    _, entities = resolve_entities(articles, facts)
    assert [str(problem) for problem in find_unmatched(articles, entities, facts)] == [
        "seeds/dossier.yml:3: no article names the person “Anne Kellar” or an alias of it; "
        "the nearest name is “Ann Keller”",
        "seeds/dossier.yml:5: no article names “Paul Brand”, whom “Ann Keller” is kept apart from; "
        "the nearest name is “Paul Brandt”",
        "seeds/dossier.yml:9: no article names the place “Kief” or an alias of it; the nearest name is “Kiev”",
        "seeds/dossier.yml:12: “Harmonia Nort” is left out as nobody's name, but no article has it; "
        "the nearest name is “Paul Brandt”",
    ]


def test_a_body_without_its_national_prefix_is_the_same_body():
    articles = [
        annotation(
            "a", ("US Coastal Command", "US Coastal Command", "org"), ("Coastal Command", "Coastal Command", "org")
        ),
    ]
    _, entities = resolve_entities(articles, DossierFacts())
    assert [entity.kind for entity in entities] == ["org"]
