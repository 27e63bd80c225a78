"""``python -m borderatlas``."""

from borderatlas.cli import main

if __name__ == "__main__":
    main()
