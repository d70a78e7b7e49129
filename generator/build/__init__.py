"""The conductor: load → check → compose → write.  Only here are paths of outputs decided."""

from generator.build.conductor import BuildResult, build, check, write
from generator.build.inspecting import Inspected, inspect_files, split_paths, write_report
from generator.build.manifest import Manifest, Output

__all__ = [
    "BuildResult",
    "Inspected",
    "Manifest",
    "Output",
    "build",
    "check",
    "inspect_files",
    "split_paths",
    "write",
    "write_report",
]
