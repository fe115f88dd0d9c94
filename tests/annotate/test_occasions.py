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
            "“It is over,” someone told reporters on Tuesday. “Nobody knows,” was heard too.",
            [" | told | “It is over,”", " | heard | “Nobody knows,”"],
            ["2025-03-04", None],
            id="speakers who are not known share no occasion",
        ),
    ],
)
def test_the_day_is_the_one_the_text_shows(text: str, quotes: list[str], days: list[str | None]) -> None:
    assert said_on(text, quotes) == days
