"""Pictures made anew in the child process: the same picture without what the camera wrote into the file."""

from __future__ import annotations

import io

from PIL import Image, ImageOps

from styrehjul.documents import child
from styrehjul.kernel.refusal import Refused

MEGAPIXELS = 40
KINDS = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp"}


def clean(facts: child.Json, data: bytes) -> tuple[child.Json, child.Blobs]:
    """Decode as `facts["format"]` and encode again, turned the right way up, with no metadata left."""
    kind = facts["format"]
    try:
        with Image.open(io.BytesIO(data), formats=(kind,)) as opened:
            if opened.width * opened.height > MEGAPIXELS * 1_000_000:
                raise Refused("file.image_too_large", width=opened.width, height=opened.height)
            picture = ImageOps.exif_transpose(opened)
            picture.load()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        raise Refused("file.wrong_type") from None
    if picture.mode not in ("RGB", "RGBA", "L", "LA") or (kind == "JPEG" and picture.mode not in ("RGB", "L")):
        transparent = "transparency" in picture.info or "A" in picture.mode
        picture = picture.convert("RGBA" if transparent and kind != "JPEG" else "RGB")
    # A picture of pixels alone: whatever hung on the opened one (Exif, GPS, XMP, comments, profile) stays behind.
    bare = Image.frombytes(picture.mode, picture.size, picture.tobytes())
    made = io.BytesIO()
    bare.save(made, kind, **({"quality": 90} if kind != "PNG" else {}))
    return {"width": bare.width, "height": bare.height}, [made.getvalue()]
