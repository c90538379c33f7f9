#!/usr/bin/env python3
"""Shows that the program reads as the Python decoder does: the same tags, features, lemmas, heads and labels for the words of a CoNLL-U file.

usage: compare_readers.py DEMARCHE FILE.conllu [--model model] [--sentences 1000] [--tie 0.3]
Both run the exported network in f32 on each sentence by itself, the program by `demarche parse --from conllu`. They fill rows up to other lengths, so that
floats are added in another order, and now and then a value is rounded to the next of the 8 bits: a difference is a tie where Python's own score (a logit) for the
program's choice is within --tie of that for its own, or better (of trees with one root, Python tries a few). The program has a rule more for
lemmas (src/reader/regular.h) and settles titles before names and what is joined to names after parsing (src/reader/titles.h, coordination.h); where these decide is counted by itself.
Status 1 where any difference is no tie; 0, with a line that says so, where the packages of requirements.txt are missing.
"""

import argparse
import os
import subprocess
import sys
import tempfile

COLUMNS = ("upos", "xpos", "feats")
SETTLED = ("flat", "nmod:desc", "conj")  # how the program joins a title and a name, and what is coordinated with a name (src/reader/titles.h, coordination.h)


def sentences_of(path, most):
    """Lists of forms; tokens of several words by their words."""
    found, forms = [], []
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line.strip():
                columns = line.split("\t")
                if columns[0].isdigit():
                    forms.append(columns[1])
            elif forms:
                found.append(forms)
                forms = []
                if len(found) == most:
                    break
    return found


def read_by_program(program, sentences):
    """[(lemma, upos, xpos, feats, head, deprel)] of each sentence; heads as in the file, 0 for the root."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "words.conllu")
        with open(path, "w", encoding="utf-8") as file:
            for forms in sentences:
                file.write("# newpar\n" + "".join(f"{i}\t{form}" + "\t_" * 8 + "\n" for i, form in enumerate(forms, 1)) + "\n")
        out = subprocess.run([program, "parse", "--from", "conllu", path], capture_output=True, check=True).stdout.decode()
    read = [[]]
    for line in out.split("\n"):
        columns = line.split("\t")
        if columns[0].isdigit():
            read[-1].append((columns[2], columns[3], columns[4], columns[5], int(columns[6]), columns[7]))
        elif not line and read[-1]:
            read.append([])
    return [words for words in read if words]


def second_and_third_tie(scores, tie):
    """Does some word have a second and a third likeliest head [words, heads] that lie within `tie`?"""
    ordered = scores.copy()
    ordered.sort(axis=1)
    return ordered.shape[1] > 2 and bool((ordered[:, -2] - ordered[:, -3] <= tie).any())


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("demarche")
    parser.add_argument("file")
    parser.add_argument("--model", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "model"))
    parser.add_argument("--sentences", type=int, default=1000)
    parser.add_argument("--tie", type=float, default=0.3)
    arguments = parser.parse_args()
    try:
        import openvino as ov

        from demarche_training import decode, evaluate
        from demarche_training.batches import window_arrays
        from demarche_training.export import Exported
        from demarche_training.lexicon import Lexicon
        from demarche_training.pieces import Pieces, quoted
    except ImportError as error:
        print(f"nothing compared: {error}")
        return 0
    model, pieces = Exported(arguments.model, 1), Pieces()
    options = {"INFERENCE_NUM_THREADS": 1, "INFERENCE_PRECISION_HINT": "f32"}
    model.compiled = ov.Core().compile_model(os.path.join(arguments.model, "reader.xml"), "CPU", options)
    labels, columns, arrays = model.labels, model.columns, model.arrays
    lexicon = Lexicon.read(model.lemmas)
    root = labels["label"].index("root")

    sentences = [forms for forms in sentences_of(arguments.file, arguments.sentences) if sum(len(pieces(f)) for f in forms) <= 240]
    program = read_by_program(os.path.abspath(arguments.demarche), sentences)
    if [len(words) for words in program] != [len(forms) for forms in sentences]:
        sys.exit("the program gives other words than it was given")
    windows = [window_arrays(pieces, forms, quoted(forms, [i == 0 for i in range(len(forms))])) for forms in sentences]
    words = ties = by_rule = settled = 0
    differences = []
    for forms, theirs, c in zip(sentences, program, evaluate.run_windows(model.run, columns, windows)):
        words += len(forms)
        scores = decode.weighed_head_scores(c, arrays, 0, len(forms), root)
        heads = decode.tree(scores)
        same_tree = [w[4] for w in theirs] == [h if h > 0 else 0 for h in heads]
        own_labels = decode.label_scores(c, arrays, heads, 0)
        chosen = decode.choose_labels(own_labels, heads, root)
        for j, (lemma, *tags, head, deprel) in enumerate(theirs):
            for name, tag in zip(COLUMNS, tags):
                row = c[name][j]
                if tag != labels[name][row.argmax()]:
                    near = row.max() - row[labels[name].index(tag)] <= arguments.tie
                    ties += near
                    differences += [] if near else [f"{forms[j]}: {name} {tag}, not {labels[name][row.argmax()]}, by {row.max() - row[labels[name].index(tag)]:.4f}"]
            own = lexicon.lemma(forms[j], tags[0], decode.scripts(c["lemma"][j], labels["lemma"]))
            if lemma != own and tags[0] == "VERB" and ((lemma, "VERB") in lexicon.known or (own, "VERB") not in lexicon.known):
                by_rule += 1
            elif lemma != own:
                differences.append(f"{forms[j]}: lemma {lemma}, not {own}")
            if same_tree and deprel != labels["label"][chosen[j]]:
                near = own_labels[j].max() - own_labels[j][labels["label"].index(deprel)] <= arguments.tie
                ties += near
                differences += [] if near else [f"{forms[j]}: label {deprel}, not {labels['label'][chosen[j]]}"]
        if not same_tree:
            other = [w[4] for w in theirs]
            at = [j for j in range(len(forms)) if other[j] != max(heads[j], 0)]
            lost = sum(scores[j, heads[j]] - scores[j, other[j]] for j in at)
            if lost > arguments.tie and second_and_third_tie(decode.head_scores(c, arrays, 0, len(forms))[at], arguments.tie):
                lost = 0  # which of them is asked for its label is chance
            if any(theirs[j][5] in SETTLED for j in at):
                settled += 1
                continue
            ties += lost <= arguments.tie
            differences += [] if lost <= arguments.tie else [f"{' '.join(forms)}: heads of {', '.join(forms[j] for j in at)}, worse by {lost:.4f}"]
    for difference in differences:
        print(difference)
    print(f"{len(sentences)} sentences, {words} words: {len(differences)} differences, {ties} ties; {by_rule} verbs' lemmas by rule, {settled} trees settled where names are")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
