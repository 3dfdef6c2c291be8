"""goals.py PLAN FOLDER ROUNDS: print as JSON what a changed line takes where all is open already, ours and Typst's.

Runs in a process of its own, in which both stay open: each round changes the first note of the plan in another way,
then both make all pages again, one after the other. CPU seconds of all threads, medians.
"""

import json
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

NOTE = re.compile(r"note: (.+)")
WEEKS = 52


def year(plan: Path, to: Path) -> None:
    """Write the plan with a year of weeks, each with distances of its own, so that hardly any row is another's."""
    from yaml import safe_load

    data = safe_load(plan.read_text(encoding="utf-8"))
    week = json.dumps(data["weeks"][0])
    data["weeks"] = [json.loads(_longer(week, number)) for number in range(WEEKS)]
    to.write_text(json.dumps(data), encoding="utf-8")


def _longer(week: str, number: int) -> str:
    return re.sub(r"\b(\d+) km (easy|long)", lambda run: f"{int(run[1]) + number} km {run[2]}", week)


def main() -> None:
    """Measure and print."""
    import typst

    import cardmaker

    plan, folder, rounds = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    text, content = plan.read_text(encoding="utf-8"), (folder / "content.json").read_text(encoding="utf-8")
    note = str(NOTE.findall(text)[0])
    assert note in content, "the note is on a page"
    workshop = cardmaker.Workshop()
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder / "fonts")]
    )
    compiler = typst.Compiler(
        str(folder / "plan.typ"), root=str(folder), font_paths=fonts, sys_inputs={"content": "content.json"}
    )

    def ours(words: str) -> None:
        workshop.build(text.replace(note, words), one_file=True)

    def theirs(words: str) -> None:
        (folder / "content.json").write_text(content.replace(note, words), encoding="utf-8")
        compiler.compile(output=str(folder / "warm.pdf"), pdf_tags=True)

    taken: dict[str, list[float]] = {"ours": [], "Typst": []}
    for number in range(rounds + 1):
        for name, make in (("ours", ours), ("Typst", theirs)):
            taken[name].append(_timed(make, f"Easy does it, {number} times."))
    (folder / "content.json").write_text(content, encoding="utf-8")
    print(json.dumps({name: median(each[1:]) for name, each in taken.items()}))


def _timed(make: Callable[[str], None], words: str) -> float:
    start = time.process_time()
    make(words)
    return time.process_time() - start


if __name__ == "__main__":
    main()
