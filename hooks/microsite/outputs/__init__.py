"""A `Site` to the files beside its pages. Nothing here knows what day it is."""
