"""The conductor: load → check → compose → write.  Only here are paths of outputs decided."""

from generator.build.conductor import BuildResult, build, check, write
from generator.build.manifest import Manifest, Output

__all__ = ["BuildResult", "Manifest", "Output", "build", "check", "write"]
