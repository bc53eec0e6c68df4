"""Lay out articles of the full text of the laws."""

from collector_guard.law.full_text import FoundArticles
from collector_guard.law.model import Article
from collector_guard.render.lines import Lines, Sheet, sections
from collector_guard.render.naming import number_words
from collector_guard.wording.sentences import colon, sentence, word
from collector_guard.wording.words import WORDS

MOST_RESULTS = 10
# A longer article is shown by the paragraphs that hold the words.
WHOLE = 300


def articles_lines(articles: tuple[Article, ...], sheet: Sheet) -> Lines:
    """Each article as published, and whose copy it is."""
    by = sheet.write("note", sentence("published-by", sheet.language))
    return sections(*(_in_full(article, sheet) for article in articles), by)


def found_articles_lines(found: FoundArticles, columns: int, language: str) -> Lines:
    """The best ten of the articles that were found, and how many more there are."""
    sheet = Sheet.of(columns, language)
    count = len(found.articles)
    more = count - MOST_RESULTS
    left_out = sheet.write("note", sentence("more-articles", language, count=more)) if more > 0 else ()
    heading = sheet.write("heading", heading_words(found, language))
    shown = (_result(article, found.words, sheet) for article in found.articles[:MOST_RESULTS])
    return sections(heading, *shown, left_out + sheet.write("note", sentence("published-by", language)))


def heading_words(found: FoundArticles, language: str) -> str:
    """How many articles hold the words, or that those below only come near."""
    if found.near:
        return sentence("near-in-full-text", language, query=found.query)
    return sentence("found-in-full-text", language, query=found.query, count=len(found.articles))


def article_name(article: Article, language: str) -> str:
    """The law's Chinese name, the number, and what it is where it is not in force: 噪声污染防治法第2条（已废止）."""
    number = number_words(article.number, language) or article.number
    name = sentence("of-law", language, law=article.short, number=number)
    return (
        name
        if article.in_force
        else sentence("standing", language, name=name, standing=standing_words(article, language))
    )


def standing_words(article: Article, language: str) -> str:
    """Repeat what the copy says of the law: in force, repealed; its own word where it is not one we know."""
    return word(article.standing, language) if article.standing in WORDS else article.standing


def paragraphs_with(article: Article, words: tuple[str, ...]) -> tuple[str, ...]:
    """The paragraphs of a long article that hold one of the words, items with what introduces them; of others all."""
    if not words or sum(map(len, article.paragraphs)) <= WHOLE:
        return article.paragraphs
    kept: dict[int, str] = {}
    opening = 0
    for place, paragraph in enumerate(article.paragraphs):
        item = paragraph.startswith("（")
        opening = opening if item else place
        if any(one in paragraph for one in words):
            kept[opening] = article.paragraphs[opening]
            kept[place] = paragraph
    return tuple(kept.values()) or article.paragraphs


def _in_full(article: Article, sheet: Sheet) -> Lines:
    heading = sheet.write("heading", sentence("published", sheet.language, name=article_name(article, sheet.language)))
    return sum((sheet.quote(paragraph) for paragraph in article.paragraphs), start=heading)


def _result(article: Article, words: tuple[str, ...], sheet: Sheet) -> Lines:
    first, *rest = paragraphs_with(article, words)
    name = colon(article_name(article, sheet.language), sheet.language)
    lines = sheet.write("text", first, lead=name, hang="  ")
    for paragraph in rest:
        lines += sheet.write("text", paragraph, lead="  ", hang="  ")
    if len(rest) + 1 < len(article.paragraphs):
        count = len(article.paragraphs)
        lines += sheet.write("note", sentence("paragraphs-left-out", sheet.language, count=count), lead="  ", hang="  ")
    return tuple(line._replace(stress=words) for line in lines)
