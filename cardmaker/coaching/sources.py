"""What rules of training are taken from: studies, each read, and what it found; and what is only a habit."""

from typing import Final

FRANDSEN: Final = (
    "Frandsen et al. 2025, British Journal of Sports Medicine 59(17):1203-1210, doi 10.1136/bjsports-2024-109380: of "
    "5,205 runners those with a run more than a tenth longer than any of the 30 days before had more overuse injuries; "
    "change from week to week had no relation"
)
BUIST: Final = (
    "Buist et al. 2008, American Journal of Sports Medicine 36(1):33-39, doi 10.1177/0363546507307505: in a trial with "
    "532 novices a plan of 10 % a week made no difference"
)
NIELSEN: Final = (
    "Nielsen et al. 2014, Journal of Orthopaedic & Sports Physical Therapy 44(10): over 30 % more in two weeks against "
    "less than 10 % had a hazard ratio of 1.59 (0.96 to 2.66) for injuries that distance brings; none for all injuries"
)
BOSQUET: Final = (
    "Bosquet et al. 2007, Medicine & Science in Sports & Exercise 39(8):1358-1365, doi 10.1249/mss.0b013e31806010e0; "
    "Wang et al. 2023, PLoS One 18(5):e0282838: about two weeks with 41 to 60 % less volume, and as hard and "
    "as often as before"
)
ACSM: Final = (
    "ACSM position stand 2009, Ratamess et al., Medicine & Science in Sports & Exercise 41(3): 2 to 10 % more when one "
    "or two repetitions over the target are possible; novices two or three days a week"
)
DOSE: Final = (
    "Blagrove, Howatson and Hayes 2018, Sports Medicine 48(5):1117-1149, doi 10.1007/s40279-017-0835-7: running "
    "economy better by 2 to 8 % with two or three sessions a week; WHO guidelines 2020: strength on at least two days"
)
ORDER: Final = (
    "Eddens, van Someren and Howatson 2018, Sports Medicine 48:177-188, doi 10.1007/s40279-017-0784-1; Vikestad and "
    "Dalen 2024, Sports 12(8):226: lifting first gives 6.9 % more leg strength; for endurance the order hardly "
    "matters"
)
SIZE: Final = (
    "ACSM position stand 2026, an overview of 137 reviews: about ten sets a muscle and week for size"
)
HABIT: Final = "What coaches do; no trial that we know of has tested it"
SLIP: Final = "What plans are found to have by mistake"
