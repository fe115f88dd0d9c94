"""Made-up passages; quotes are given as `speaker | cue | content`, with the day they were said."""

from __future__ import annotations

import datetime

import pytest

from generator.annotate.dates import date_quotes, find_dates
from generator.model import ArticleFacts, Published, Quote, Span, Speaker
from generator.seeds.clean import clean
from generator.seeds.read import seed_from_line

WEDNESDAY = datetime.date(2025, 3, 5)


def said_on(text: str, quotes: list[str]) -> list[str | None]:
    article = clean(seed_from_line("case", text), ArticleFacts(published=Published(WEDNESDAY, "editor", None)))
    made: list[Quote] = []
    at = 0
    for number, quote in enumerate(quotes, start=1):
        speaker, cue, content = quote.split(" | ")
        start = text.index(content, at)
        end = at = start + len(content)
        # The cue that is nearest to the content, on either side.
        cues = [place for place in range(len(text)) if cue and text.startswith(cue, place)]
        place = min(cues, key=lambda place: min(abs(place - end), abs(start - place - len(cue))), default=None)
        made.append(
            Quote(
                id=f"q{number}",
                kind="direct",
                span=Span(start, end),
                quoted=(),
                speaker=Speaker(None, speaker, None, "person") if speaker else None,
                cue=None if place is None else Span(place, place + len(cue)),
                said_on=None,
                confidence=1.0,
            )
        )
    dated = date_quotes(article, tuple(made), find_dates(article))
    return [quote.said_on.isoformat() if quote.said_on else None for quote in dated]


@pytest.mark.parametrize(
    ("text", "quotes", "days"),
    [
        pytest.param(
            "“We are glad,” Ada Adeyemi told reporters at the quay on Monday.",
            ["Ada Adeyemi | told | “We are glad,”"],
            ["2025-03-03"],
            id="behind the cue",
        ),
        pytest.param(
            "Ada Adeyemi on Tuesday flatly ruled out a new strike.",
            ["Ada Adeyemi | ruled out | a new strike"],
            ["2025-03-04"],
            id="before the cue",
        ),
        pytest.param(
            "On Tuesday, Ada Adeyemi announced that the strike was over.",
            ["Ada Adeyemi | announced | that the strike was over"],
            ["2025-03-04"],
            id="at the beginning of the sentence",
        ),
        pytest.param(
            "“We are glad,” Ada Adeyemi said in a clip that aired Monday. “So are you.”",
            ["Ada Adeyemi | said | “We are glad,”", "Ada Adeyemi | said | “So are you.”"],
            ["2025-03-03", "2025-03-03"],
            id="both parts of an interrupted quote",
        ),
        pytest.param(
            "Ada Adeyemi said the council will vote on Friday.",
            ["Ada Adeyemi | said | the council will vote on Friday"],
            [None],
            id="a day to come, in what was said",
        ),
        pytest.param(
            "“The storm of Monday is over,” Ada Adeyemi said.",
            ["Ada Adeyemi | said | “The storm of Monday is over,”"],
            [None],
            id="a day in what was said",
        ),
        pytest.param(
            "Ada Adeyemi, who met the dockers on Monday, said the strike was over.",
            ["Ada Adeyemi | said | the strike was over"],
            [None],
            id="a day of another clause",
        ),
        pytest.param(
            "The mayor said after Monday’s vote that the strike was over.",
            ["Ada Adeyemi | said | that the strike was over"],
            [None],
            id="after something else",
        ),
        pytest.param(
            "Ms Adeyemi's remarks came on Tuesday, ahead of a meeting set for Friday.\n\n"
            "“We are glad,” Adeyemi told reporters during a press conference at the quay.\n\n“And tired,” she added.",
            ["Ada Adeyemi | told | “We are glad,”", "Ada Adeyemi | added | “And tired,”"],
            ["2025-03-04", "2025-03-04"],
            id="a sentence that announces the occasion",
        ),
        pytest.param(
            "“We are glad,” Ada Adeyemi said on Monday.\n\nThe quay was full.\n\n“And tired,” she said.",
            ["Ada Adeyemi | said | “We are glad,”", "Ada Adeyemi | she said | “And tired,”"],
            ["2025-03-03", "2025-03-03"],
            id="the same occasion goes on",
        ),
        pytest.param(
            "“We are glad,” Ada Adeyemi said on Monday. In an interview with the Quay, she called it “a pity”.\n\n"
            "“A great pity,” she added.",
            [
                "Ada Adeyemi | said | “We are glad,”",
                "Ada Adeyemi | called | “a pity”",
                "Ada Adeyemi | added | “A great pity,”",
            ],
            ["2025-03-03", None, None],
            id="another occasion, and what follows it",
        ),
        pytest.param(
            "“We are glad,” Ada Adeyemi said on Monday. “Off to bed,” she wrote on Facebook. "
            "“And tired,” she told the crowd.",
            [
                "Ada Adeyemi | said | “We are glad,”",
                "Ada Adeyemi | wrote | “Off to bed,”",
                "Ada Adeyemi | told | “And tired,”",
            ],
            ["2025-03-03", None, "2025-03-03"],
            id="an aside",
        ),
        pytest.param(
            "“We are glad,” Ada Adeyemi said on Monday. She had previously warned of “ruin”.",
            ["Ada Adeyemi | said | “We are glad,”", "Ada Adeyemi | warned | “ruin”"],
            ["2025-03-03", None],
            id="earlier words",
        ),
        pytest.param(
            "“We are glad,” Ada Adeyemi said on Monday. “So am I,” said Bo Lund.",
            ["Ada Adeyemi | said | “We are glad,”", "Bo Lund | said | “So am I,”"],
            ["2025-03-03", None],
            id="another speaker",
        ),
        pytest.param(
            "The strike is over, according to Ada Adeyemi.\n\n“It is over,” Adeyemi told reporters on Tuesday.",
            ["Ada Adeyemi | according to | The strike is over", "Ada Adeyemi | told | “It is over,”"],
            ["2025-03-04", "2025-03-04"],
            id="a summary before the quote",
        ),
        pytest.param(
            "Ada Adeyemi, meanwhile, outlined a firm stance on Tuesday in an exclusive interview with the Quay. "
            "She indicated that the port was safe. Adeyemi stressed that it would stay open.",
            ["Ada Adeyemi | indicated | that the port was safe", "Ada Adeyemi | stressed | that it would stay open"],
            ["2025-03-04", "2025-03-04"],
            id="a sentence that opens the occasion with a verb",
        ),
        pytest.param(
            "During a joint press conference on Monday, Ada Adeyemi addressed the strike. She said that it was over.",
            ["Ada Adeyemi | said | that it was over"],
            ["2025-03-03"],
            id="a phrase that opens the occasion before its subject",
        ),
        pytest.param(
            "In an exclusive interview with the Quay, Ada Adeyemi spoke to reporters. She said that it was over.",
            ["Ada Adeyemi | said | that it was over"],
            [None],
            id="an occasion without a day",
        ),
        pytest.param(
            "Ada Adeyemi gave an interview on Monday. The vote of Tuesday went on. She said that it was over.",
            ["Ada Adeyemi | said | that it was over"],
            [None],
            id="another day between the occasion and the quote",
        ),
        pytest.param(
            "Ada Adeyemi gave an interview on Monday. In a speech at the quay, she said that it was over.",
            ["Ada Adeyemi | said | that it was over"],
            [None],
            id="another occasion than the one that was opened",
        ),
        pytest.param(
            "Ada Adeyemi gave an interview on Monday. She had previously warned that it would last.",
            ["Ada Adeyemi | warned | that it would last"],
            [None],
            id="before the occasion that was opened",
        ),
        pytest.param(
            "Ada Adeyemi gave an interview on Monday. “So am I,” said Bo Lund. She said that it was over.",
            ["Bo Lund | said | “So am I,”", "Ada Adeyemi | said | that it was over"],
            [None, None],
            id="another speaker between the occasion and the quote",
        ),
        pytest.param(
            "Ada Adeyemi said on Monday that the port was safe. She spoke. "
            "Adeyemi addressed reporters again on Tuesday. She said that it was over.",
            ["Ada Adeyemi | said | that the port was safe", "Ada Adeyemi | said | that it was over"],
            ["2025-03-03", "2025-03-04"],
            id="a later occasion opens",
        ),
        pytest.param(
            "She said that it would last. Ada Adeyemi gave an interview on Monday. The quay was full.",
            ["Ada Adeyemi | said | that it would last"],
            [None],
            id="a quote before the occasion",
        ),
        pytest.param(
            "Critics of Ada Adeyemi gave an interview on Monday. She said that it was over.",
            ["Ada Adeyemi | said | that it was over"],
            [None],
            id="an occasion of somebody else",
        ),
        pytest.param(
            "Ada Adeyemi’s rivals gave an interview on Monday. She said that it was over.",
            ["Ada Adeyemi | said | that it was over"],
            [None],
            id="an occasion of her rivals",
        ),
        pytest.param(
            "Ada Adeyemi was seen at the quay on Monday. She said that it was over.",
            ["Ada Adeyemi | said | that it was over"],
            [None],
            id="something else that she did on a day",
        ),
        pytest.param(
            "“It was chaos,” Ada Adeyemi said of Monday’s vote.",
            ["Ada Adeyemi | said | “It was chaos,”"],
            [None],
            id="the day of something that she spoke about",
        ),
        pytest.param(
            "“It is over,” Ada Adeyemi said at Monday’s rally.",
            ["Ada Adeyemi | said | “It is over,”"],
            ["2025-03-03"],
            id="the day of the occasion, as a possessive",
        ),
        pytest.param(
            "“It is over,” Ada Adeyemi added, noting that the quay was full today.",
            ["Ada Adeyemi | added | “It is over,”"],
            [None],
            id="a day in something else that was said",
        ),
        pytest.param(
            "Ada Adeyemi, who was to travel to Rowport, Norland, on Monday to sign, said it was over.",
            ["Ada Adeyemi | said | it was over"],
            [None],
            id="a day of another clause with a comma in it",
        ),
        pytest.param(
            "“It is over,” someone told reporters on Tuesday. “Nobody knows,” was heard too.",
            [" | told | “It is over,”", " | heard | “Nobody knows,”"],
            ["2025-03-04", None],
            id="speakers who are not known share no occasion",
        ),
    ],
)
def test_the_day_is_the_one_the_text_shows(text: str, quotes: list[str], days: list[str | None]) -> None:
    assert said_on(text, quotes) == days
