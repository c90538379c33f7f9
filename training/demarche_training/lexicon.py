"""The lemma lexicon: forms whose lemma the training data settles, and with it what is known as a lemma at all."""

import os
from collections import Counter, defaultdict

from .lemmas import apply_script
from .ud import read_conllu

SHARE = 0.7  # how far a form's commonest lemma must lead


def mended(form, upos, lemma):
    """The lemma, where a treebank takes too much off: `freed` is of `free`, not of `fre`; before `-ed` no English verb ends in a single e."""
    return form[:-1] if upos in ("VERB", "AUX") and form.endswith("eed") and lemma == form[:-2] else lemma


class Lexicon:
    """{(form, upos): lemma}, and how it and the network's edit scripts together decide."""

    def __init__(self, entries):
        self.entries = entries
        self.known = {(lemma, upos) for (_, upos), lemma in entries.items()}

    def lemma(self, form, upos, scripts):
        """The lemma of a word; `scripts` are the edit scripts in question, best first."""
        if (form, upos) in self.entries:
            return self.entries[form, upos]
        made = [apply_script(script, form) for script in scripts]
        return next((lemma for lemma in made if (lemma, upos) in self.known), made[0])

    @classmethod
    def learned(cls, folder, share=SHARE):
        """From the training parts of both treebanks."""
        seen = defaultdict(Counter)
        for name in ("ewt", "gum"):
            for s in read_conllu(os.path.join(folder, "ud", name + "-train.conllu")):
                for form, upos, lemma in zip(s.forms, s.upos, s.lemmas):
                    seen[form, upos][lemma] += 1
        entries = {}
        for (form, upos), lemmas in seen.items():
            lemma, n = lemmas.most_common(1)[0]
            if n >= share * sum(lemmas.values()) and upos not in ("NUM", "SYM") and "\t" not in form + lemma:
                entries[form, upos] = mended(form, upos, lemma)
        return cls(entries)

    @classmethod
    def read(cls, path):
        with open(path, encoding="utf-8") as file:
            return cls({(f, u): l for f, u, l in (line.rstrip("\n").split("\t") for line in file)})

    def write(self, path):
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            for (form, upos), lemma in sorted(self.entries.items()):
                file.write(f"{form}\t{upos}\t{lemma}\n")
