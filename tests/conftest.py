"""What all tests share: the examples of property tests are the same on every run, and a slow machine fails none.

To look for other examples: ``pytest --hypothesis-profile explore``.
"""

from hypothesis import settings

settings.register_profile("same", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=1_000)
settings.load_profile("same")
