"""A certificate as a document: to hang up, to hand in, or to keep in a folder."""

from datetime import datetime

from common import documents
from common.dates import local_day
from training import proving, standing
from training.models import Certificate


def certificate_pdf(certificate: Certificate, *, large: bool, at: datetime) -> bytes:
    """With its holder's whole name: they hold it. Whoever checks the code sees as much as they allow."""
    found = standing.said(certificate, on=local_day(at))
    address = proving.verify_address(certificate)
    return documents.pdf(
        "certificate",
        title="Certificate",
        foot="Alongside, the Care Leavers’ Association",
        at=at,
        large=large,
        name=found.name,
        module=found.module,
        outcomes=found.outcomes,
        facts=[{"name": name, "value": value} for name, value in found.facts],
        notice="" if found.standing == "current" else found.sentence,
        code=certificate.code_in_groups,
        qr=documents.qr(address),
        address=address.removesuffix(f"{certificate.code}/"),
    )
