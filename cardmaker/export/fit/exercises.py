"""An exercise → what FIT calls it, by category and name, so that a watch shows and counts it as its own.

Exercises that FIT has no like of go by their name on paper. Names that are old in FIT's profile go before newer and
closer ones, as watches only know those of their time.
"""

from collections.abc import Mapping
from typing import Final

from cardmaker.export.fit.steps import Movement

_TABLE: Final = """\
bench_press
  bench-press barbell_bench_press; close-grip-bench-press close_grip_barbell_bench_press
  dumbbell-bench-press dumbbell_bench_press; incline-bench-press incline_barbell_bench_press
  floor-press dumbbell_floor_press; incline-dumbbell-bench-press incline_dumbbell_bench_press
calf_raise
  bent-knee-calf-raise single_leg_bent_knee_calf_raise; calf-raise standing_calf_raise
  seated-calf-raise seated_calf_raise; single-leg-calf-raise single_leg_standing_calf_raise
cardio
  double-under double_under; jumping-jack jumping_jacks; skipping-rope jump_rope
carry
  farmer-carry farmers_walk
core
  ab-wheel-rollout kneeling_ab_wheel; russian-twist russian_twist; turkish-get-up turkish_get_up
crunch
  bicycle-crunch bicycle_crunch; cable-crunch cable_crunch; crunch crunch; toes-to-bar toes_to_bar
curl
  biceps-curl standing_dumbbell_biceps_curl; hammer-curl dumbbell_hammer_curl; preacher-curl ez_bar_preacher_curl
deadlift
  deadlift barbell_deadlift; romanian-deadlift romanian_deadlift
  single-leg-deadlift single_leg_romanian_deadlift_with_dumbbell; stiff-leg-deadlift barbell_straight_leg_deadlift
  sumo-deadlift sumo_deadlift
flye
  chest-fly dumbbell_flye; rear-delt-fly kneeling_rear_flye
hip_raise
  clamshell clams; glute-bridge hip_raise; glute-bridge-march marching_hip_raise
  hip-thrust barbell_hip_thrust_with_bench; kettlebell-swing kettlebell_swing
  single-leg-glute-bridge single_leg_hip_raise
hip_stability
  bird-dog quadruped; cable-hip-abduction standing_cable_hip_abduction; dead-bug dead_bug
  monster-walk lateral_walks_with_band_at_ankles; side-lying-hip-abduction side_lying_leg_raise
hyperextension
  back-extension spine_extension; reverse-hyperextension bent_knee_reverse_hyperextension
lateral_raise
  front-raise front_raise; lateral-raise dumbbell_lateral_raise; muscle-up muscle_up; wall-slide wall_slide
leg_curl
  good-morning good_morning; hamstring-curl leg_curl; seated-leg-curl leg_curl
  swiss-ball-leg-curl swiss_ball_hip_raise_and_leg_curl
leg_raise
  hanging-knee-raise hanging_knee_raise; hanging-leg-raise hanging_leg_raise; lying-leg-raise lying_straight_leg_raise
  straight-leg-raise lying_straight_leg_raise
lunge
  bulgarian-split-squat dumbbell_bulgarian_split_squat; lunge lunge; reverse-lunge dumbbell_reverse_lunge
  split-squat barbell_split_squat; walking-lunge walking_lunge
olympic_lift
  clean clean; clean-and-jerk clean_and_jerk; clean-and-press clean_and_press; jerk split_jerk
  power-clean barbell_power_clean; snatch barbell_snatch
plank
  mountain-climber mountain_climber; plank plank; shoulder-tap straight_arm_plank_with_shoulder_touch
  side-plank side_plank
plyo
  box-jump box_jump; med-ball-slam medicine_ball_slam; split-jump alternating_jump_lunge
pull_up
  chin-up chin_up; lat-pulldown lat_pulldown; pull-up pull_up; pullover ez_bar_pullover
  straight-arm-pulldown straight_arm_pulldown
push_up
  close-grip-push-up close_hands_push_up; handstand-push-up handstand_push_up; knee-push-up kneeling_push_up
  pike-push-up pike_push_up; push-up push_up
row
  bent-over-row barbell_row; chest-supported-row chest_supported_dumbbell_row; dumbbell-row dumbbell_row
  face-pull face_pull; inverted-row inverted_row; seated-cable-row seated_cable_row; t-bar-row t_bar_row
shoulder_press
  overhead-press overhead_barbell_press; push-press barbell_push_press; shoulder-press overhead_dumbbell_press
shoulder_stability
  external-rotation band_external_rotation; y-t-w-raise floor_y_raise
shrug
  shrug dumbbell_shrug; upright-row upright_row
sit_up
  sit-up sit_up; v-up v_up
squat
  barbell-squat barbell_back_squat; box-squat barbell_box_squat; front-squat barbell_front_squat
  goblet-squat goblet_squat; hack-squat barbell_hack_squat; leg-press leg_press
  overhead-squat overhead_squat; pistol-squat pistol_squat; squat squat; step-up step_up; thruster thrusters
  wall-ball wall_ball; wall-sit body_weight_wall_squat
total_body
  burpee burpee
triceps_extension
  bench-dip bench_dip; dip body_weight_dip; overhead-triceps-extension overhead_dumbbell_triceps_extension
  skull-crusher lying_ez_bar_triceps_extension; triceps-kickback dumbbell_kickback
  triceps-pushdown triceps_pressdown
warm_up
  90-90-hip-switch ninety_ninety_hip_switch; calf-stretch stretch_calf; cat-cow cat_camel
  childs-pose stretch_childs_pose; figure-four-stretch stretch_piriformis; hamstring-stretch stretch_hamstring
  high-knees walking_high_knees; hip-flexor-stretch stretch_lunging_hip_flexor; pigeon-stretch stretch_pigeon_pose
  leg-swing forward_and_backward_leg_swings; quad-stretch stretch_quad; thoracic-rotation thoracic_rotation
"""
"""Categories, and under each our exercises with FIT's names."""


def _read(table: str) -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    category = ""
    for line in table.splitlines():
        if not line.startswith(" "):
            category = line
            continue
        for pair in line.split(";"):
            ours, theirs = pair.split()
            found[ours] = (category, theirs)
    return found


KNOWN: Final[Mapping[str, tuple[str, str]]] = _read(_TABLE)
"""FIT's category and name of an exercise, by our id."""


def movement_of(exercise: str, name: str) -> Movement:
    """What a watch knows an exercise as; one that it doesn't know is called *name*, as on paper."""
    return Movement(name, *KNOWN.get(exercise, ("", "")))
