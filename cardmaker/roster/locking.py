"""A PDF and a password → the PDF encrypted with AES-256, readable by nobody else, also by screen readers of the one."""

import io

from cardmaker.errors import OutputError


def locked(data: bytes, password: str) -> bytes:
    """*data* so that it opens with *password* alone. OutputError without the package that encrypts.

    It has other bytes each time, as encryption has to.
    """
    try:
        import pikepdf
    except ImportError:
        raise OutputError(
            "a password needs pikepdf; pip install 'cardmaker[locked]', or leave the column out: --map 'Password=-'"
        ) from None
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        allowed = pikepdf.Permissions(accessibility=True)
        pdf.save(out, encryption=pikepdf.Encryption(user=password, owner=password, R=6, allow=allowed))
    return out.getvalue()


def digest_of_password(password: str, salt: str) -> str:
    """What a password is compared by; made so slowly that it can't be guessed from it. '' for none."""
    if not password:
        return ""
    from hashlib import scrypt  # which Python in a browser lacks

    return scrypt(password.encode(), salt=salt.encode(), n=2**14, r=8, p=1, dklen=16).hex()
