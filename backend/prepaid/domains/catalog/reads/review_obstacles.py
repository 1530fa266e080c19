"""Why a submission cannot be decided at present."""

from typing import Final

from prepaid.core.obstacles import Obstacle
from prepaid.domains.catalog.errors import OwnSubmission, ReviewDecided
from prepaid.domains.catalog.models import ProductReview

DECIDING: Final = (
    Obstacle(ReviewDecided, lambda ask: ProductReview.state != "OPEN"),
    Obstacle(OwnSubmission, lambda ask: ProductReview.submitted_by == ask.actor_param("account_id")),
)
