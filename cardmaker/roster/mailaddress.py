"""An e-mail address as people type it → one that mail can be sent to."""

import re
from typing import Final

from cardmaker.validation import shown

_NAMED: Final = re.compile(r"\s*(?:\"[^\"]*\"|[^<>\"]*)\s*<([^<>]+)>\s*")


def address_in(text: str) -> str:
    """The address in 'runner@club.example' or 'A Runner <runner@club.example>', with its domain in small letters.

    ValueError if it isn't one, or several. The rules are those of RFC 5321 and 5322, and of IDNA for the domain;
    whether there is such a mailbox isn't looked up.
    """
    from email_validator import EmailNotValidError, validate_email

    named = _NAMED.fullmatch(text)
    address = (named[1] if named else text).strip().removeprefix("mailto:").strip(" ;,")
    if address.count("@") > 1:
        raise ValueError(f"one address a row, not {shown(text)}; add a row for the other")
    try:
        return validate_email(address, check_deliverability=False, test_environment=True).normalized
    except EmailNotValidError:
        raise ValueError(f"write an address such as runner@club.example, not {shown(text)}") from None


def with_ascii_domain(address: str) -> str:
    """A valid address with its domain as the DNS has it: 'a@xn--lufer-gra.example'."""
    from email_validator import validate_email

    checked = validate_email(address, check_deliverability=False, test_environment=True)
    return f"{checked.local_part}@{checked.ascii_domain}"
