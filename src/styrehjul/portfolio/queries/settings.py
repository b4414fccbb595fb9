"""What the municipality has chosen about its portfolio."""

from __future__ import annotations

from styrehjul.audit.current import kept
from styrehjul.portfolio.models import PortfolioSettings


def settings() -> PortfolioSettings:
    """The municipality's choices; the marked suggestions where nobody has chosen yet. One small query, kept."""
    return kept("portfolio-settings", PortfolioSettings.objects.first, of=()) or PortfolioSettings()
