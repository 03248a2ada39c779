"""`python -m eujdef_tui` is `eujdef`."""

import sys

from eujdef_tui.cli import main

sys.exit(main())
