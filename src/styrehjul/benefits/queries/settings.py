"""What the municipality has chosen about its benefits."""

from __future__ import annotations

from styrehjul.audit.current import kept
from styrehjul.benefits.models import BenefitSettings


def settings() -> BenefitSettings:
    """The municipality's choices; the marked suggestions where nobody has chosen yet. One small query, kept."""
    return kept("benefit-settings", BenefitSettings.objects.first, of=()) or BenefitSettings()
