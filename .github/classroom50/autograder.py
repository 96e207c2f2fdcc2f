"""Classroom 50's entry point for Drydock: it starts the Node grader and leaves what the runner reads.

Exit code 0 after grading, whatever the score; anything else tells the runner that the machine failed.
"""

import os
import subprocess
import sys
from pathlib import Path

bundle = Path(os.environ.get("CLASSROOM50_BUNDLE_DIR", Path(__file__).parent))
drydock = Path(os.environ.get("DRYDOCK", bundle / "drydock"))

sys.exit(subprocess.run(["bash", str(drydock / ".github/classroom50/grade.sh")], check=False).returncode)
