"""What the QR code of a sheet says: ids only, no personal data."""


def sheet_code(digest: str, sheet: str, page: int) -> str:
    """The letters of the code on a page (from 1) of a sheet; `digest` is the kit's."""
    return f"IK1:{digest}:{sheet}:{page}"
