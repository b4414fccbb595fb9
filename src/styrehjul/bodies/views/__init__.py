"""Pages about bodies, seats, the organisation, the kommissorium and rights."""

from styrehjul.bodies.views import editing, kommissorium, organisation, people, rights, seats

__all__ = ["editing", "kommissorium", "organisation", "people", "rights", "seats"]
