"""Tables with a row a session, or a row an exercise → days with what the columns say together."""

from tests.importing.kit import made


def test_a_row_a_session_by_dates() -> None:
    found = made(
        "Date,Type,Title,Distance (km),Duration,Notes\n"
        "2025-03-04,Run,Easy run,8,,flat\n2025-03-06,Run,Intervals,,45 min,\n"
        "2025-03-07,Strength,Gym,,40 min,\n2025-03-16,Rest,,,,\n2025-03-10,Bike,Spin out,20,,\n"
    )
    assert str(found.plan.start) == "2025-03-03"
    assert found.day(0, "tue") == [("run", "8 km easy")]
    assert found.plan.weeks[0].tue[0].note == "flat"
    assert found.day(0, "thu") == [("run", "45 min")]
    assert found.plan.weeks[0].thu[0].name == "Intervals"
    assert found.day(0, "fri") == [("cross-training", "Strength: Gym, 40 min")]
    assert found.day(1, "sun") == [("rest", "")]
    assert found.day(1, "mon") == [("bike", "20 km")]
    assert found.plan.weeks[1].mon[0].name == "Spin out"


def test_a_description_says_more_than_its_distance() -> None:
    found = made(
        "Week,Day,Workout,Description,Miles\n"
        "1,Tue,Quality,2 mi wu / 4 x 1 mi @ 10k / 1 mi cd,7\n,Sat,Long,,10\n2,Tue,Easy,,5\n"
    )
    assert found.day(0, "tue") == [("run", "2 mi wu / 4 x 1 mi @ 10k / 1 mi cd")]
    assert found.plan.weeks[0].tue[0].name == "Quality"
    assert found.plan.weeks[0].tue[0].note == ""  # 7 miles are what it comes to
    assert found.day(0, "sat") == [("run", "10 mi long")]
    assert found.day(1, "tue") == [("run", "5 mi easy")]


def test_a_row_an_exercise() -> None:
    found = made(
        "Day,Session,Exercise,Sets,Reps,Weight (kg),Rest,Notes\n"
        "Monday,Legs,Squat,3,8-12,60,90s,slow down\n,,Plank,3,30 s,,,\n"
        "Thursday,Back,Deadlift,5,5,100,2 min,\n,,Glute bridge,3,12,,,\n,,Squat,,,,,light\n"
    )
    (monday,), (thursday,) = found.day(0, "mon"), found.day(0, "thu")
    legs, back = found.plan.workouts[monday[1]], found.plan.workouts[thursday[1]]
    assert [(entry.exercise, str(entry.sets or "")) for entry in legs.entries] == [
        ("squat", "3x8-12 60 kg, rest 90 s"),
        ("plank", "3x30 s"),
    ]
    assert legs.entries[0].note == "slow down"
    assert [entry.exercise for entry in back.entries] == ["deadlift", "glute-bridge", "squat"]
    assert back.entries[2].note == "light"


def test_workouts_without_days() -> None:
    found = made("Workout,Exercise,Sets,Reps\nA,Squat,3,10\nA,Plank,3,40 s\nB,Deadlift,3,5\n")
    assert not found.plan.weeks
    assert [len(workout.entries) for workout in found.plan.workouts.values()] == [2, 1]


def test_turned_over() -> None:
    found = made("Date,2025-03-04,2025-03-05\nWorkout,6 km easy,Rest\nNotes,on grass,\n")
    assert found.day(0, "tue") == [("run", "6 km easy")]
    assert found.day(0, "wed") == [("rest", "")]


def test_days_counted_through_the_weeks() -> None:
    found = made("Day,Workout\n1,5 km easy\n8,6 km easy\n")
    assert found.day(1, "mon") == [("run", "6 km easy")]


def test_days_that_begin_again_are_the_next_week() -> None:
    found = made("Day,Workout\nTue,5 km easy\nSun,10 km long\nTue,6 km easy\n")
    assert found.day(1, "tue") == [("run", "6 km easy")]


def test_loads_without_a_unit_are_kept_as_words() -> None:
    found = made("Day,Exercise,Sets,Reps,Weight\nMon,Squat,3,8,60\n")
    (entry,) = next(iter(found.plan.workouts.values())).entries
    assert (str(entry.sets), entry.note) == ("3x8", "load: 60")


def test_an_exercise_that_could_be_taken_for_a_key() -> None:
    found = made("Day,Exercise,Sets,Reps\nMon,Notes,3,8\nMon,Tempo,3,8\nMon,Giant sets,2,8\nMon,Squat,3,8\n")
    assert "exercise: Notes" in found.imported.text and "- Squat: 3x8" in found.imported.text
    (workout,) = found.plan.workouts.values()
    assert [entry.exercise for entry in workout.entries] == ["notes", "tempo", "giant-sets", "squat"]


def test_headings_and_types_in_german() -> None:
    found = made(
        "Datum;Typ;Beschreibung;Strecke (km);Dauer;Bemerkung\n"
        "03.03.2027;Lauf;8 km locker;8;;am Fluss\n04.03.2027;Kraft;Kniebeugen 3x8, Plank 2x40 s;;;\n"
        "05.03.2027;Ruhetag;;;;\n06.03.2027;Rad;locker;;75;\n07.03.2027;Lauf;;18;;\n"
    )
    assert found.day(0, "wed") == [("run", "8 km easy")]
    assert found.plan.weeks[0].wed[0].note == "am Fluss"
    assert [kind for kind, _ in found.day(0, "thu")] == ["strength"]
    assert found.day(0, "fri") == [("rest", "")]
    assert [kind for kind, _ in found.day(0, "sat")] == ["bike"]
    assert found.day(0, "sun") == [("run", "18 km")]
    assert not found.said


def test_days_in_a_column_in_german() -> None:
    found = made("Woche,Wochentag,Einheit,Minuten\n1,Di,lockerer Lauf,40\n1,So,lockerer Lauf,60\n")
    assert found.day(0, "tue") == [("run", "40 min easy")]
    assert found.day(0, "sun") == [("run", "60 min easy")]
