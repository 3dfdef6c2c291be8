"""Words apart from facts: by language, a user's own first, English for what is missing, and which that is."""

from pathlib import Path

import pytest

from cardmaker import assets
from cardmaker.errors import TemplateError
from cardmaker.library import Library, library_in, open_library
from cardmaker.library.exercise import SIGN_LIMIT
from cardmaker.library.names import keys
from cardmaker.library.words import KEYS, read_words
from cardmaker.wording.wording import load_wording, wording_names

LANGUAGES = [language for language in wording_names() if language != "en"]
FACTS = "section: legs\nprimary: quads\njoints: [knee, '']\nharder: {exercise: squat}\n"


def template(folder: Path, name: str, text: str) -> None:
    """A file in a folder of a user's own templates."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def in_own(folder: Path, language: str = "xx") -> Library:
    """The library with a user's own templates."""
    return library_in([folder]).in_language(language)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Templates with an exercise whose words are apart from its facts, in English and partly in another language."""
    template(tmp_path, "exercises/wall-sit.yaml", FACTS)
    words = "name: Wall sit\naliases: chair sit\ncues: [Slide down., Hold.]\nharder: On one leg\nwhy: Strong legs.\n"
    template(tmp_path, "wording/en/wall-sit.yaml", words)
    template(tmp_path, "wording/xx/wall-sit.yaml", "name: Wandsitz\ncues: [Runter., Halten.]\n")
    return tmp_path


def test_words_come_to_the_facts(own: Path) -> None:
    about = in_own(own, "en").get("wall-sit")
    assert (about.name, about.section, about.primary) == ("Wall sit", "legs", ("quads",))
    assert [(cue.text, cue.joint) for cue in about.cues] == [("Slide down.", "knee"), ("Hold.", "")]
    assert about.harder
    assert (about.harder.text, about.harder.exercise) == ("On one leg", "squat")


def test_what_a_language_does_not_say_is_english(own: Path) -> None:
    library = in_own(own)
    about = library.get("wall-sit")
    assert about.name == "Wandsitz"
    assert [(cue.text, cue.joint) for cue in about.cues] == [("Runter.", "knee"), ("Halten.", "")]
    assert about.why == "Strong legs."
    assert library.lacking("wall-sit") == ("harder", "why")
    assert set(library.lacking("squat")) == set(KEYS) - {"aliases", "no_equipment", "video"}
    assert in_own(own, "en").lacking("wall-sit") == ()


def test_names_in_the_language_and_in_english_are_found(own: Path) -> None:
    library = in_own(own)
    assert [library.find(name) for name in ("Wandsitz", "wall sit", "chair sits")] == ["wall-sit"] * 3
    assert library.name("wall-sit") == "Wandsitz"
    assert in_own(own, "en").find("Wandsitz") is None
    assert library.in_language("en").name("wall-sit") == "Wall sit"


def test_own_words_for_a_bundled_exercise(tmp_path: Path) -> None:
    template(tmp_path, "wording/en/squat.yaml", "name: Knee bend\n")
    library = in_own(tmp_path, "en")
    assert library.get("squat").name == "Knee bend"
    assert library.get("squat").primary == open_library().get("squat").primary


def test_an_own_exercise_is_printed_as_it_is_written(tmp_path: Path) -> None:
    """Words of bundled folders don't come over what a user's own file of the same name says, or leaves out."""
    template(tmp_path, "exercises/squat.yaml", "name: Kniebeuge\n")
    for library in (in_own(tmp_path, "en"), in_own(tmp_path)):
        assert library.get("squat").name == "Kniebeuge"
        assert library.get("squat").cues == ()
        assert library.lacking("squat") == ()


def test_an_exercise_like_another_takes_over_what_neither_its_facts_nor_its_words_say(own: Path) -> None:
    template(own, "exercises/deep-sit.yaml", "like: wall-sit\nequipment: [band]\n")
    template(own, "wording/xx/deep-sit.yaml", "name: Tiefer Wandsitz\ncues: [Tief.]\n")
    about = in_own(own).get("deep-sit")
    assert (about.name, about.section, about.equipment) == ("Tiefer Wandsitz", "legs", ("band",))
    assert [cue.text for cue in about.cues] == ["Tief."]
    assert about.why == "Strong legs."


def test_fewer_cues_than_joints_are_refused_with_the_line_of_the_words(own: Path) -> None:
    template(own, "wording/xx/wall-sit.yaml", "name: Wandsitz\ncues: [Runter.]\n")
    with pytest.raises(TemplateError, match=r"xx/wall-sit\.yaml:2: cues: should have 2 entries or more"):
        in_own(own).get("wall-sit")


def test_a_mistake_in_words_is_reported_with_its_line(own: Path) -> None:
    template(own, "wording/xx/wall-sit.yaml", "name: Wandsitz\nprimary: [quads]\n")
    library = in_own(own)
    for read in (lambda: library.get("wall-sit"), lambda: library.entries):
        with pytest.raises(TemplateError, match=r"xx/wall-sit\.yaml:2: primary: unknown key 'primary'"):
            read()


def test_an_alternate_without_a_text_has_its_exercise(tmp_path: Path) -> None:
    template(tmp_path, "exercises/wall-sit.yaml", "harder: {exercise: squat}\n")
    harder = in_own(tmp_path).get("wall-sit").harder
    assert harder
    assert (harder.text, harder.exercise) == ("", "squat")
    template(tmp_path, "exercises/wall-sit.yaml", "harder: {text: ''}\n")
    with pytest.raises(
        TemplateError, match="harder: says nothing; write what to change, or name an exercise"
    ):
        in_own(tmp_path).get("wall-sit")


# What is missing -------------------------------------------------------------------------------------


def test_every_exercise_has_english_words() -> None:
    library = open_library()
    files = {path.stem for path in assets.templates("wording").glob("en/*.yaml")}
    assert files == set(library.ids)
    for exercise in library.ids:
        said = read_words(assets.templates("wording") / "en" / f"{exercise}.yaml")
        assert all(getattr(said, key) for key in KEYS if key not in ("no_equipment", "video")), exercise


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_all_of_an_exercise_or_nothing(language: str) -> None:
    """What a language lacks is printed in English and reported; half of a card in each would be odd."""
    library = open_library().in_language(language)
    written = {file.stem for file in assets.templates(f"wording/{language}").glob("*.yaml")}
    lacking = {exercise: keys for exercise in library.ids if (keys := library.lacking(exercise))}
    assert written and lacking.keys() == set(library.ids) - written
    english = open_library()
    for exercise in written:
        own, other = library.get(exercise), english.get(exercise)
        assert len(own.cues) == len(other.cues), exercise
        assert len(own.mistakes) == len(other.mistakes), exercise
        assert own.aliases, exercise


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_exercises_of_a_language_share_a_name(language: str) -> None:
    library = open_library().in_language(language)
    meant: dict[str, str] = {}
    for exercise in library.ids:
        about = library.get(exercise)
        for name in (about.name, *about.aliases):
            for key in keys(name):
                assert meant.setdefault(key, exercise) == exercise, name
            assert library.find(name) == exercise


@pytest.mark.parametrize("language", LANGUAGES)
def test_adjectives_of_a_language_begin_names(language: str) -> None:
    library = open_library().in_language(language)
    begun = {library.name(exercise).partition(" ")[0] for exercise in library.ids}
    assert set(load_wording(language).adjectives) <= begun


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_of_a_language_end_as_their_place_asks(language: str) -> None:
    library = open_library().in_language(language)
    for exercise in library.ids:
        about = library.get(exercise)
        for text in (about.start, about.breathing, about.why, *(cue.text for cue in about.cues)):
            assert text.endswith("."), text
            assert text[0].isupper(), text
        for cue in about.cues:
            assert cue.short.endswith("."), cue
            assert len(cue.short) <= len(cue.text), cue
        for cue in (*about.cues[:2], *about.cues[-1:]):  # which signs have
            assert 1 <= len((cue.sign or cue.short).split()) <= 4, cue
            assert len(cue.sign or cue.short) <= SIGN_LIMIT + 1, cue
            assert not cue.sign.endswith("."), cue
            assert cue.sign[:1].upper() == cue.sign[:1], cue
        short = [way.text for way in about.alternates.values()]
        for text in (about.stop, *short, *(m.instead for m in about.mistakes)):
            assert not text.endswith("."), text
