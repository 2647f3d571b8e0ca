"""`python -m twinhall` is the `twinhall` command."""

import sys

from twinhall.cli import main

sys.exit(main())
