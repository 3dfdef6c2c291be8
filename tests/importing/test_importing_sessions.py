"""Tables with a row a session, or a row an exercise → days with what the columns say together."""

from cardmaker.plan.workouts import Superset
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


STRONG = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n"
    '2027-03-01 18:00:00,Push,1h 5m,Bench Press,W,40.0,10,0,0,,"Felt good",\n'
    "2027-03-01 18:00:00,Push,1h 5m,Bench Press,1,60.0,8,0,0,wide grip,Felt good,8\n"
    "2027-03-01 18:00:00,Push,1h 5m,Bench Press,2,60.0,8,0,0,,Felt good,8\n"
    "2027-03-01 18:00:00,Push,1h 5m,Plank,1,0,0,0,60,,Felt good,\n"
    "2027-03-03 18:00:00,Legs,50m,Squat,1,100.0,5,0,0,,,\n"
)


def test_a_row_a_set_without_units() -> None:
    found = made(STRONG)
    push, legs = found.plan.workouts.values()
    assert [(entry.exercise, str(entry.sets)) for entry in push.entries] == [
        ("bench-press", 'warm-up 1x10 load "40"; 2x8 load "60" @ RPE 8'),
        ("plank", "1x60 s"),
    ]
    assert push.entries[0].note == "wide grip"
    assert found.plan.weeks[0].mon[0].note == "Duration: 1h 5m\nFelt good"
    assert [str(entry.sets) for entry in legs.entries] == ['1x5 load "100"']
    assert [line for line in found.said if "write kg or lb" in line] == [
        f"{at}: a load without a unit is kept as it is; write kg or lb behind it" for at in ("F2", "F6")
    ]


def test_a_row_a_set_with_its_kind_and_supersets() -> None:
    found = made(
        '"title","start_time","end_time","exercise_title","superset_id","exercise_notes","set_index","set_type",'
        '"weight_kg","reps","distance_km","duration_seconds","rpe"\n'
        '"Pull","1 Mar 2027, 07:00","1 Mar 2027, 08:00","Pull Up",,"chin over",0,"warmup",,8,,,\n'
        '"Pull","1 Mar 2027, 07:00","1 Mar 2027, 08:00","Pull Up",,"chin over",1,"failure",10,5,,,10\n'
        '"Pull","1 Mar 2027, 07:00","1 Mar 2027, 08:00","Face Pull",0,"",0,"normal",25,15,,,\n'
        '"Pull","1 Mar 2027, 07:00","1 Mar 2027, 08:00","Hammer Curl",0,"",0,"dropset",14,12,,,\n'
        '"Pull","1 Mar 2027, 07:00","1 Mar 2027, 08:00","Dead Hang",,"",0,"normal",,,,45,\n'
    )
    (pull,) = found.plan.workouts.values()
    assert [str(entry.sets) for entry in pull.entries] == [
        "warm-up 1x8; 1x5 10 kg @ RPE 10, to failure",
        "1x15 25 kg",
        "1x12 14 kg, drop set",
        "1x45 s",
    ]
    assert pull.entries[0].note == "chin over"
    _, pair, _ = pull.exercises
    assert isinstance(pair, Superset)
    assert [entry.exercise for entry in pair.superset] == ["face-pull", "hammer-curl"]
    assert found.plan.weeks[0].mon[0].note == "end_time: 1 Mar 2027, 08:00"
    assert not found.said


def test_a_rest_without_a_unit_is_read_as_in_a_plan() -> None:
    found = made("Workout,Exercise,Sets,Reps,Rest\nA,Squat,3,5,180\nA,Plank,3,40 s,2\n")
    (workout,) = found.plan.workouts.values()
    assert [(str(entry.sets), entry.note) for entry in workout.entries] == [
        ("3x5, rest 3 min", ""),
        ("3x40 s", "rest: 2"),
    ]


def test_english_words_are_no_german_headings() -> None:
    found = made(
        "Date,Session,Exercise,Sets,Reps,Notes\n"
        "2027-03-01,A,Squat,3,5,pause at the bottom\n2027-03-01,A,Plank,3,40 s,last set longer\n"
    )
    assert "language" not in found.imported.text


def test_sets_that_count_up_are_a_row_each() -> None:
    found = made(
        "Week,Day,Exercise,Set,Reps,Weight,RIR\n"
        "1,1,Squat,1,6,80 kg,3\n1,1,Squat,2,6,80 kg,3\n1,1,Squat,3,6,85 kg,1\n1,1,Plank,1,30 s,,\n"
    )
    (only,) = found.plan.workouts.values()
    assert [str(entry.sets) for entry in only.entries] == [
        "2x6 80 kg @ RIR 3, 1x6 85 kg @ RIR 1",
        "1x30 s",
    ]


def test_a_column_called_set_may_say_how_many_there_are() -> None:
    found = made("Workout,Exercise,Set,Reps\nA,Squat,1,5\nA,Deadlift,1,5\nA,Row,2,8\n")
    assert [str(entry.sets) for entry in found.plan.workouts["a"].entries] == ["1x5", "1x5", "2x8"]


def test_days_of_exercises_that_have_names() -> None:
    found = made(
        "Day,Exercise,Sets,Reps\nDay 1 - Push,Bench press,3,8\nDay 1 - Push,Dip,3,8\nDay 3: Legs,Squat,5,5\n"
    )
    assert [len(workout.entries) for workout in found.plan.workouts.values()] == [2, 1]
    assert list(found.plan.workouts) == ["push", "legs"]
    assert [kind for kind, _ in found.day(0, "wed")] == ["strength"]
    assert all(not entry.note for workout in found.plan.workouts.values() for entry in workout.entries)


def test_sessions_in_the_column_of_days() -> None:
    found = made("Day,Exercise,Sets,Reps\nUpper A,Row,3,8\nUpper A,Dip,3,8\nLower A,Squat,5,5\n")
    assert {key: len(workout.entries) for key, workout in found.plan.workouts.items()} == {
        "upper-a": 2,
        "lower-a": 1,
    }
