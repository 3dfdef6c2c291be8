"""The muscles that exercises name, what else people call them, and which belong together."""

from cardmaker.library.vocabulary import Term, Vocabulary

MUSCLES = Vocabulary(
    {
        "quads": Term("Quads", ("quadriceps", "front of the thigh")),
        "hamstrings": Term("Hamstrings", ("hams", "back of the thigh")),
        "glutes": Term("Glutes", ("gluteus maximus", "glute max", "buttocks"), ("glute-med",)),
        "glute-med": Term(
            "Glute medius", ("gluteus medius", "abductors", "hip abductors", "side of the hip")
        ),
        "adductors": Term("Adductors", ("inner thighs", "groin")),
        "calves": Term("Calves", ("gastrocnemius", "gastroc"), ("soleus",)),
        "soleus": Term("Soleus", ("deep calf",)),
        "tibialis": Term("Tibialis", ("tibialis anterior", "shins", "front of the shin")),
        "peroneals": Term(
            "Peroneals", ("fibularis", "peroneus", "peroneus longus", "outer calf", "side of the shin")
        ),
        "feet": Term("Feet", ("foot", "arch of the foot")),
        "hip-flexors": Term("Hip flexors", ("psoas", "iliopsoas")),
        "abs": Term("Abs", ("abdominals", "ab", "belly", "stomach")),
        "obliques": Term("Obliques", ("waist", "side of the trunk")),
        "lower-back": Term("Lower back", ("low back", "erectors", "spinal erectors")),
        "core": Term("Core", ("trunk", "deep core", "deep abs"), ("abs", "obliques", "lower-back")),
        "upper-back": Term("Upper back", ("mid back", "rhomboids", "traps", "trapezius")),
        "lats": Term("Lats", ("latissimus", "latissimus dorsi")),
        "chest": Term("Chest", ("pecs", "pectorals")),
        "shoulders": Term("Shoulders", ("deltoids", "delts")),
        "biceps": Term("Biceps"),
        "triceps": Term("Triceps"),
        "forearms": Term("Forearms", ("grip",)),
    },
    groups={
        "legs": ("quads", "hamstrings", "adductors", "calves", "soleus", "tibialis", "peroneals"),
        "thighs": ("quads", "hamstrings", "adductors"),
        "hips": ("glutes", "glute-med", "hip-flexors", "adductors"),
        "back": ("upper-back", "lats", "lower-back"),
        "arms": ("biceps", "triceps", "forearms"),
    },
)
