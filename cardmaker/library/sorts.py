"""What exercises are done for and how hard they are, and what else people call that."""

from cardmaker.library.vocabulary import Term, Vocabulary

KIND_WORDS = Vocabulary(
    {
        "strength": Term("Strength", ("strengthening", "lifting", "resistance")),
        "power": Term("Power", ("plyometrics", "plyometric", "plyo", "explosive", "jumping")),
        "mobility": Term("Mobility", ("stretching", "stretch", "flexibility")),
        "conditioning": Term("Conditioning", ("cardio", "endurance", "metcon")),
        "drill": Term("Drill", ("running drill", "technique")),
        "rehab": Term("Rehab", ("rehabilitation", "physio", "physiotherapy", "physical therapy")),
    }
)
LEVEL_WORDS = Vocabulary(
    {
        "beginner": Term("Beginner", ("easy", "novice")),
        "intermediate": Term("Intermediate", ("medium", "moderate")),
        "advanced": Term("Advanced", ("hard", "expert")),
    }
)
