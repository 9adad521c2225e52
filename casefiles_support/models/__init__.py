"""The nouns of file support: three tracks that never block each other. There is no field for what a file says."""

from casefiles_support.models.authorities import Authority, Proof
from casefiles_support.models.checkpoints import Checkpoint, Code
from casefiles_support.models.choices import Choice, Topic
from casefiles_support.models.complaints import Complaint
from casefiles_support.models.corrections import Correction
from casefiles_support.models.debriefs import Debrief
from casefiles_support.models.duties import Duty
from casefiles_support.models.erasures import Erasure
from casefiles_support.models.evaluations import Evaluation
from casefiles_support.models.facts import Fact
from casefiles_support.models.family_plans import FamilyPlan
from casefiles_support.models.follow_ups import FollowUp
from casefiles_support.models.holders import Holder, Regime
from casefiles_support.models.holding_moves import HoldingMove
from casefiles_support.models.journeys import Journey
from casefiles_support.models.letters import Letter
from casefiles_support.models.missing_items import MissingItem
from casefiles_support.models.packs import Pack
from casefiles_support.models.parcels import Parcel, Place
from casefiles_support.models.redactions import Redaction
from casefiles_support.models.replies import Reply
from casefiles_support.models.requests import AccessRequest
from casefiles_support.models.safety_holds import SafetyHold
from casefiles_support.models.sittings import Light, Sitting
from casefiles_support.models.supporters import Supporter
from casefiles_support.models.timings import Timing

__all__ = [
    "AccessRequest",
    "Authority",
    "Checkpoint",
    "Choice",
    "Code",
    "Complaint",
    "Correction",
    "Debrief",
    "Duty",
    "Erasure",
    "Evaluation",
    "Fact",
    "FamilyPlan",
    "FollowUp",
    "Holder",
    "HoldingMove",
    "Journey",
    "Letter",
    "Light",
    "MissingItem",
    "Pack",
    "Parcel",
    "Place",
    "Proof",
    "Redaction",
    "Regime",
    "Reply",
    "SafetyHold",
    "Sitting",
    "Supporter",
    "Timing",
    "Topic",
]  # fmt: skip
