"""What tests of exports share: plans, and what comes of them."""

import datetime
from typing import Any

from cardmaker.api import Exported, ExportOrder, Timetable, export

MODIFIED = datetime.datetime(2026, 11, 1, 12, tzinfo=datetime.UTC)

PLAN = """\
title: Ten weeks
start: 2027-03-22
athlete: {name: Runner 1, races: {10 km: "50:03"}}
weeks:
  - focus: Base
    note: Sleep well.
    mon: rest
    tue:
      - run: "2 km wu / 6 x 400 m @ 5k w/ 200 m jog / 2 km cd"
      - strength: legs
    thu: {rest: or 20 min yoga}
    fri: [{note: New shoes}, {cross-training: 30 min pool}]
    sat: {run: "AM 5 km easy; PM 4 km easy"}
    sun: {run: 12 km long}
  - mon: [{bike: 40 km easy}, {swim: 1500 m}]
    sun: {run: 10 km race, name: Town race}
workouts:
  legs:
    name: Legs
    duration: 40 min
    exercises: [squat: 3x8 60 kg RPE 7, superset: [plank: 2x40 s, lunge: 2x8/side]]
"""


def exported(plan: str = PLAN, form: Any = "ics", **asked: Any) -> Exported:
    """What *plan* makes; *asked* are fields of an order or of its timetable."""
    times = {key: asked.pop(key) for key in ("at", "morning", "zone", "alarm") if key in asked}
    order = ExportOrder(form, **{"modified": MODIFIED, **asked}, timetable=Timetable(**times))
    return export(plan, order)
