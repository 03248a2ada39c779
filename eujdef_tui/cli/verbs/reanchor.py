"""`eujdef reanchor`: after an article changed, give each quote that fell its new words, and the source its digest."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from typing import Any

from eujdef_tui.cli.exit_codes import EVIDENCE_FAILED, SUCCESS
from eujdef_tui.cli.one_key import END, is_interactive, keys, read_key
from eujdef_tui.cli.opening import checked_file, may_be_rewritten
from eujdef_tui.cli.printing import print_line, print_message, print_problems, print_wrapped
from eujdef_tui.factfile.anchoring import anchor_evidence
from eujdef_tui.factfile.fallen_quotes import Fallen, Reanchoring, Wanted
from eujdef_tui.factfile.reanchoring import Offer, Piece, differences
from eujdef_tui.factfile.rewriting import Rewrite, take_back, write_files
from eujdef_tui.model.labels import record_type, title_of
from eujdef_tui.model.records import FactFile, NoFact
from eujdef_tui.rules import check
from eujdef_tui.text.unicode import clean, one_line

__all__ = ["run"]

_KEYS = "y, enter: write · n: leave · >: next place · u: undo · q: end"
_WEAK_KEYS = "y: write · n, enter: leave · u: undo · q: end"
_NO_KEYS = "n, enter: on to the next · u: undo · q: end"


def run(options: argparse.Namespace) -> int:
    """Ask about each quote on a terminal, elsewhere list them; `--write` writes those whose place is certain."""
    before = found = Reanchoring.of(checked_file(options), options.source or "")
    if options.write:
        may_be_rewritten(options)
        found = _write_certain(found)
    elif is_interactive() and not options.json and (found.fallen or found.chosen_digests):
        may_be_rewritten(options)
        found = _Asking(found).run()
    elif options.json:
        print_line(json.dumps(_plain(found), ensure_ascii=False))
    else:
        for nth, one in enumerate(found.fallen, 1):
            _show(one, f"{nth} of {len(found.fallen)}", next(iter(one.offers), None))
    if found is not before:
        _tell_news(before.file, found.file)
    return _left(found, as_json=options.json)


def _tell_news(before: FactFile, after: FactFile) -> None:
    """Print what `check` finds in a fact file that it did not find before: new words may not bear the fact any more."""
    known = {(one.rule, one.message) for one in check(anchor_evidence(before)).problems}
    news = [one for one in check(anchor_evidence(after)).problems if one.level == "warning"]
    print_problems([one for one in news if (one.rule, one.message) not in known], print_line)


def _left(found: Reanchoring, *, as_json: bool) -> int:
    """Say what is left, and the next step."""
    count = len(found.fallen)
    named = f" {found.source}" if found.source else ""
    if count:
        print_message(f"{count} quote{'s do' if count > 1 else ' does'} not hold.")
        if not is_interactive():
            certain = sum(one.is_certain for one in found.fallen)
            also = f", or `eujdef reanchor{named} --write` for the {certain} that are certain" if certain else ""
            print_message(f"    Run `eujdef reanchor{named}` on a terminal{also}.")
        return EVIDENCE_FAILED
    if found.chosen_digests:
        print_message("Every quote holds, and the digest is that of another text.")
        print_message(f"    `eujdef reanchor{named} --write` writes it.")
        return EVIDENCE_FAILED
    for digest in found.digests:
        print_message(f"{clean(digest.source)} has changed too: eujdef reanchor {clean(digest.source)}")
    if not as_json:
        print_line("Every quote holds.")
    return SUCCESS


def _write_certain(found: Reanchoring) -> Reanchoring:
    """Write the new words whose place is certain, all at once, with the digests."""
    wanted = [Wanted(one, one.offers[0]) for one in found.fallen if one.is_certain]
    if found.fallen and not wanted:
        print_message("No quote has one certain place: nothing is written.")
        return found
    rewrites, left = found.rewrites(wanted)
    for one in left:
        print_message(_unwritten(one))
    write_files(found.path, rewrites)
    for rewrite in rewrites:
        print_message(f"{clean(str(rewrite.path))} is written.")
    print_message(f"{len(wanted) - len(left)} of {len(found.fallen)} quotes have their new words.")
    return Reanchoring.of(found.path, found.source)


def _unwritten(one: Fallen) -> str:
    return f"{clean(str(one.part.place))}: this quote cannot be written: an anchor (&) is before it. Write it by hand."


class _Asking:
    """The questions on a terminal. The fact file is read anew after each write: the lines below it have moved."""

    def __init__(self, found: Reanchoring) -> None:
        self.found = found
        self.left: list[tuple[str, ...]] = []
        self.done: list[tuple[Rewrite, ...]] = []  # what each key wrote, () for one that left a quote

    def run(self) -> Reanchoring:
        """Ask until nothing is left or `q` is pressed, and return how it stands then."""
        with keys() as keyboard:
            while self._ask(keyboard):
                pass
        return self.found

    def _ask(self, keyboard: int) -> bool:
        """Ask about the first quote that is open; whether there may be another one."""
        open_ = [one for one in self.found.fallen if _name(one) not in self.left]
        if not open_:
            if not self.found.fallen and self.found.chosen_digests:
                return self._ask_digest(keyboard)
            return bool(self.done) and self._ask_end(keyboard)
        one, nth = open_[0], 0
        while True:
            offer = one.offers[nth] if one.offers else None
            _show(one, f"{len(open_)} to go", offer)
            risky = offer is None or offer.weak
            print_line("  " + (_NO_KEYS if offer is None else _WEAK_KEYS if risky else _KEYS))
            pressed = read_key(keyboard)
            if pressed == ">" and one.offers:
                nth = (nth + 1) % len(one.offers)
            elif offer and (pressed == "y" or (pressed == "enter" and not risky)):
                if not self._write(Wanted(one, offer)):
                    self._leave(one)
                return True
            elif pressed in ("n", "enter"):
                self._leave(one)
                return True
            elif pressed == "u":
                self._take_back()
                return True
            elif pressed == END:
                return False

    def _ask_digest(self, keyboard: int) -> bool:
        print_line("Every quote holds in the changed article. y, enter: write its digest · q: end")
        while (pressed := read_key(keyboard)) not in ("y", "enter", END):
            pass
        return pressed != END and self._write()

    def _ask_end(self, keyboard: int) -> bool:
        """Ask whether the last key is taken back, now that no quote is left; whether it is."""
        print_line("Nothing is left to ask. u: undo · enter, q: end")
        while (pressed := read_key(keyboard)) not in ("u", "enter", END):
            pass
        if pressed == "u":
            self._take_back()
        return pressed == "u"

    def _leave(self, one: Fallen) -> None:
        self.left.append(_name(one))
        self.done.append(())

    def _write(self, *wanted: Wanted) -> bool:
        rewrites, left = self.found.rewrites(wanted)
        if left:
            print_line(_unwritten(left[0]))
            return False
        write_files(self.found.path, rewrites)
        self.done.append(rewrites)
        self._read_anew()
        print_line("  written")
        return True

    def _take_back(self) -> None:
        if not self.done:
            print_line("  nothing to take back")
            return
        if rewrites := self.done.pop():
            take_back(rewrites)
            self._read_anew()
        else:
            self.left.pop()
        print_line("  taken back")

    def _read_anew(self) -> None:
        self.found = Reanchoring.of(self.found.path, self.found.source)


def _name(one: Fallen) -> tuple[str, ...]:
    """What tells a quote from the others while lines move."""
    return one.record.id, one.source, one.part.quote, one.part.prefix, one.part.suffix


# --- what is shown ---


def _show(one: Fallen, count: str, offer: Offer | None) -> None:
    """Print a quote and its place in the article, one below the other, with the words marked that differ."""
    lines = [(f"{one.part.place} · {one.grade} · {count}", 2), (f"  {_label(one)}", 11)]
    if offer is None:
        lines.append((f"  quote    {one_line(one.part.quote)}", 11))
        lines.append((f"  article  nothing in {one.source} is like it: take other evidence, or delete the fact", 11))
    else:
        pieces = list(differences(one.part.quote, offer.quote))
        lines.append((f"  quote    {_marked(pieces, 'old', '[-', '-]')}", 11))
        lines.append((f"  article  {_marked(pieces, 'new', '{+', '+}')}", 11))
        for key, old in (("prefix", one.part.prefix), ("suffix", one.part.suffix)):
            if (new := getattr(offer, key)) != old:
                lines.append((f"  {key}   {one_line(new)}", 11))
        lines += [(f"  ! {doubt}", 4) for doubt in _doubts(one, offer)]
    print_wrapped((clean(line), indent) for line, indent in lines)


def _doubts(one: Fallen, offer: Offer) -> Iterator[str]:
    yield from offer.doubts
    if offer.weak:
        yield "little of it is alike: the words may be gone"
    if len(one.offers) > 1:
        yield f"place {one.offers.index(offer) + 1} of {len(one.offers)} where the words stand"


def _marked(pieces: list[Piece], kind: str, before: str, behind: str) -> str:
    shown = (
        one.words if one.kind == "same" else f"{before}{one.words}{behind}"
        for one in pieces
        if one.kind in ("same", kind)
    )
    return one_line("".join(shown))


def _label(one: Fallen) -> str:
    """What rests on the quote: its record, with the words that a person knows it by."""
    record = one.record
    noun = "no_fact of" if isinstance(one.part, NoFact) else record_type(record)
    return f"{noun} {record.id}  {one_line(title_of(record))}"


def _plain(found: Reanchoring) -> dict[str, Any]:
    """All of it as `--json` prints it."""
    return {
        "fallen": [
            {
                "record": one.record.id,
                "place": str(one.part.place),
                "source": one.source,
                "grade": one.grade,
                "quote": one.part.quote,
                "certain": one.is_certain,
                "offers": [{**offer._asdict(), "doubts": list(offer.doubts)} for offer in one.offers],
            }
            for one in found.fallen
        ],
        "digests": [
            {"source": one.source, "place": str(one.place), "written": one.written, "actual": one.actual}
            for one in found.chosen_digests
        ],
    }
