"""What each key of a plan is for, in the words an editor shows a coach."""

from collections.abc import Mapping
from typing import Final

_NOTE: Final = "What the athlete should know."

DESCRIPTIONS: Final[Mapping[str, Mapping[str, str]]] = {
    "Plan": {
        "title": "The name of the plan, at the head of each sheet.",
        "athlete": "Who the plan is for. Left empty, the sheets have a line to write a name on.",
        "coach": "Who wrote it.",
        "club": "Name, logo, colours and contact to print.",
        "language": "The language to print in, such as en. Your own texts are printed as you write them.",
        "units": "metric for km and kg, imperial for miles and pounds.",
        "week_start": "The day a week begins with.",
        "start": "The first day of the first week, such as 2027-03-01. Left out, the sheets carry no dates.",
        "library": "A folder with exercise files of your own, from the plan's folder.",
        "weeks": "The weeks, in order.",
        "workouts": "The workouts that days name, each under a short name of its own.",
        "exercises": "Exercises of your own, each under a short name, with the keys of an exercise file.",
        "pictures": "Pictures of your own in place of exercises' figures, by exercise.",
        "tips": "Short advice to print on the sheets.",
        "print": "What to print, and on what. All of it may be left out.",
    },
    "Club": {
        "name": "The club's name.",
        "logo": "A picture file, SVG, PNG or JPEG, from the plan's folder.",
        "colours": "The club's colours.",
        "contact": "Where to ask: an address or a phone number.",
    },
    "Picture": {
        "file": "SVG, PNG or JPEG, from the folder of this file.",
        "author": "Who made it.",
        "licence": "Under which terms it may be printed, such as CC BY 4.0, or own work.",
        "alt": "What it shows, for those who can't see it.",
    },
    "Colours": {
        "primary": 'The main colour, in quotes: "#0F4C5C".',
        "accent": 'The second colour, in quotes: "#C4281A".',
    },
    "PrintOptions": {
        "theme": "How everything looks.",
        "stock": "The size of the exercise cards.",
        "gym_stock": "The size of the gym cards.",
        "paper": "The paper in the printer.",
        "imposition": "sheet: many cards on a sheet of paper, to be cut. single: each card a page.",
        "faces": "What the cards look like, by kind of card.",
        "sheets": "The sheets to print. Left out, a sheet for each week, and a block sheet if there are several.",
        "credits": "Whether those who made the pictures are named. Left out, where a licence asks for it.",
    },
    "Week": {
        "name": "What the week is part of, such as Base, Build or Race.",
        "focus": "What matters this week, in one line.",
        "note": "What the athlete should know this week.",
        **dict.fromkeys(
            ("mon", "tue", "wed", "thu", "fri", "sat", "sun"),
            "What to do, in order: the word rest, one entry, or a list of entries.",
        ),
    },
    "Item": {
        "run": "A run: '8 km easy', '6 x 800 m @ 5k w/ 400 m jog', or its steps written out.",
        "strength": "The short name of a workout below.",
        "recovery": "What to do for recovery, in your own words.",
        "cross-training": "What to do instead of running, in your own words.",
        "rest": "A rest day. May offer something: 'or 20 min yoga'.",
        "note": "What the athlete should know about it. On its own: a free note.",
        "name": "What to call it, such as Long run.",
        "workout": "With recovery, cross-training or rest: a workout whose cards to take along.",
    },
    "Workout": {
        "name": "What to call it. Left out, its short name is used.",
        "label": "The letter on its cards. Left out: A, B, C in order.",
        "duration": "How long it takes, such as 45 min.",
        "warm_up": "What to do first, in one line.",
        "note": _NOTE,
        "exercises": "The exercises in order, such as '- squat: 3x10 @ RPE 7, rest 90 s'.",
    },
    "Entry": {
        "exercise": "The name of an exercise.",
        "sets": "What to do of it: '3x8-12 @ RPE 7, rest 90 s', or the same written out.",
        "note": _NOTE,
    },
    "Superset": {
        "superset": "Exercises done in turn without rest between them, two or more.",
        "rest": "The rest after each round, such as 60 s.",
        "note": _NOTE,
    },
    "Sets": {
        "sets": "How many sets.",
        "reps": "Repetitions in a set: 10, 8-12, 5+ (as many more as possible) or AMRAP.",
        "hold": "How long to hold, such as 40 s.",
        "distance": "How far, such as 20 m.",
        "per": "side if the set is done on each side, way if in each direction.",
        "load": "What to lift: 60 kg, 2x8 kg, bodyweight, bodyweight + 10 kg, light band.",
        "percent": "Part of the most you can lift once, such as 80.",
        "rpe": "How hard it should feel, 1 to 10, such as 7 or 7-8.",
        "rir": "How many more repetitions should be possible, such as 2.",
        "rest": "The rest after each set, such as 90 s.",
        "tempo": "Seconds down, paused, up and paused, such as 3-1-1-0. X is explosive.",
    },
    "Step": {
        "distance": "How far, such as 2 km, 400 m or 3 mi.",
        "time": "How long, such as 20 min or 90 s.",
        "effort": "How hard.",
        "pace": "How fast, such as 4:30/km or 7:15/mi.",
        "role": "What it is for.",
    },
    "Repeat": {
        "repeat": "How many times.",
        "steps": "What is repeated.",
        "recovery": "What follows each time, such as '200 m jog'.",
    },
}
