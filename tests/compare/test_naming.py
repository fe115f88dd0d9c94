from __future__ import annotations

from compare_builders import Said, annotation

from generator.compare.naming import find_naming


def forms(*articles):
    return {
        (row.concept, use.form): [articles_text(articles, use.article)[start:end] for start, end in use.spans]
        for row in find_naming(articles)
        for use in row.uses
    }


def articles_text(articles, name):
    return next(each.article.text for each in articles if each.article.seed.id == name)


def test_an_articles_own_words_are_laid_side_by_side():
    a = annotation("a", "The delegation flew to Kyiv. In Kyiv it rained.")
    b = annotation("b", "The delegation flew to Kiev.")
    (row,) = find_naming((a, b))
    assert row.concept == "Capital of Ukraine"
    assert [(use.form, use.article, len(use.spans)) for use in row.uses] == [("Kyiv", "a", 2), ("Kiev", "b", 1)]


def test_a_speakers_words_and_furniture_do_not_count():
    said = Said("“We will meet in Kiev again,”", "ada", "direct")
    text = f"{said.words} Ada said in Kyiv.\nRead also: Kiev by night"
    assert forms(annotation("a", text, [said], furniture_lines=frozenset({2}))) == {
        ("Capital of Ukraine", "Kyiv"): ["Kyiv"]
    }


def test_the_words_of_indirect_speech_are_the_articles_own():
    text = "Ada said that Kiev was cold."
    assert forms(annotation("a", text, [Said("Kiev was cold", "ada")])) == {("Capital of Ukraine", "Kiev"): ["Kiev"]}


def test_the_longest_form_wins():
    found = forms(annotation("a", "Ukraine: the special military operation, as Moscow calls the war, went on."))
    assert {form for _, form in found} == {"special military operation", "war"}
