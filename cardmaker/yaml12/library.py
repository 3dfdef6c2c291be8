"""PyYAML, imported without compiling its patterns: a hundredth of a first build, and none is used here.

They are its own reader's and its resolver's; libyaml reads, and what a text is a value of is said by YAML 1.2.
"""

from cardmaker.deferred import patterns_deferred

with patterns_deferred():
    import yaml

YAMLError = yaml.YAMLError
