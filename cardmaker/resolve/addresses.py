"""An address on the web → how a card prints it."""

_LONGEST = 36
"""Letters of an address: what the narrowest face has room for in a line, and more than a video's has in most."""


def bare_address(link: str) -> str:
    """An address without what browsers add; of a long one the site alone: the QR code has it all."""
    bare = link.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
    if len(bare) <= _LONGEST:
        return bare
    site = bare.partition("/")[0]
    return f"{site}/…" if len(site) < _LONGEST - 1 else f"{site[: _LONGEST - 1]}…"
