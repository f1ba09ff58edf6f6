"""What a fact says, apart from where it stands: the key by which a judgement finds it again."""

from __future__ import annotations

import json
from dataclasses import asdict
from hashlib import sha256
from typing import Any

from index import Fact, Row

_KEY_CHARS = 16
_LEFT_OUT = ("span", "heading_path", "leads", "helping", "pinyin")
"""Where a fact stands; whether a task's units lead or help and how a name is spoken came after the judgements and have tests of
their own."""


def describe(fact: Fact) -> dict[str, Any]:
    """The fact's own fields without offsets and headings, an enumeration's items as their texts and a row's cells likewise."""
    fields = {name: value for name, value in asdict(fact).items() if name not in _LEFT_OUT}
    if "items" in fields:
        fields["items"] = [item["text"] for item in fields["items"]]
    if isinstance(fact, Row):
        fields["cells"] = [{name: told for name, told in cell.items() if name != "span"} for cell in fields["cells"]]
    return json.loads(json.dumps(fields, ensure_ascii=False))  # type: ignore[no-any-return]


def content_key(fact: Fact) -> str:
    """The same for two facts of one plan that say the same; another where a reader came to read otherwise."""
    content = json.dumps([fact.kind, fact.span.document_id, describe(fact)], ensure_ascii=False, sort_keys=True)
    return sha256(content.encode()).hexdigest()[:_KEY_CHARS]
