"""Tests of the training side: pieces of words, edit scripts, decoding. They need no data: python -m unittest discover training/tests"""

import itertools
import os
import sys
import tempfile
import unittest

import numpy as np

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))

import expose_middle
from demarche_training import decode, lemmas, lexicon, marks, pairs, pieces, polnear, soft, ud


class Features(unittest.TestCase):
    def test_casing(self):
        for word, kind in {"12,5": "none", "–": "none", "says": "lower", "Moscow": "capitalised", "A": "single", "NATO": "upper",
                           "U.S.": "upper", "McCain": "mixed", "iPhone": "mixed", "n't": "lower", "'S": "single", "Élan": "capitalised"}.items():
            self.assertEqual(pieces.CASING[pieces.casing(word)], kind, word)

    def test_quotes_toggle_and_end_with_the_paragraph(self):
        words = 'He said " no " . “ We go ” ; “ They'.split()
        starts = [True] + [False] * 11 + [False]
        self.assertEqual(pieces.quoted(words, starts), [0, 0, 1, 1, 1, 0, 1, 1, 1, 1, 0, 1, 1])
        self.assertEqual(pieces.quoted(["“", "a", "b"], [True, False, True]), [1, 1, 0])


class Lemmas(unittest.TestCase):
    def test_scripts_give_the_lemma_back(self):
        for form, lemma in (("went", "go"), ("Dogs", "dog"), ("MOSCOW", "Moscow"), ("n't", "not"), ("was", "be"), ("USA", "USA"),
                            ("studies", "study"), ("McCain", "McCain"), ("’s", "be"), ("A", "a"), ("|", "|")):
            self.assertEqual(lemmas.apply_script(lemmas.script_of(form, lemma), form), lemma)

    def test_a_script_never_empties_a_word(self):
        self.assertEqual(lemmas.apply_script("l|3|", "As"), "as")


class MendedLemmas(unittest.TestCase):
    def test_a_past_in_eed_keeps_both_letters(self):
        self.assertEqual(lexicon.mended("freed", "VERB", "fre"), "free")
        self.assertEqual(lexicon.mended("agreed", "VERB", "agree"), "agree")
        self.assertEqual(lexicon.mended("feed", "VERB", "feed"), "feed")
        self.assertEqual(lexicon.mended("needed", "VERB", "need"), "need")


class Trees(unittest.TestCase):
    def test_the_best_tree_is_found(self):
        self.check(decode.best_tree, self.is_tree)

    def test_the_best_tree_without_crossings_is_found(self):
        allowed = lambda heads: self.is_tree(heads) and not decode.has_crossing(heads)
        self.check(decode.projective_tree, allowed)
        self.check(decode.tree, allowed)

    def check(self, find, allowed):
        rng = np.random.default_rng(3)
        for _ in range(150):
            n = rng.integers(1, 6)
            scores = rng.normal(size=(n, n + 1)) * 2
            scores[np.arange(n), np.arange(n) + 1] = decode.FORBIDDEN
            logp = decode.log_softmax(scores)
            best = max(sum(logp[i, h] for i, h in enumerate(heads)) for heads in itertools.product(range(n + 1), repeat=int(n))
                       if allowed(heads))
            found = find(logp)
            self.assertTrue(allowed(found))
            self.assertAlmostEqual(sum(logp[i, h] for i, h in enumerate(found)), best)

    def test_a_head_under_which_no_label_is_likely_loses(self):
        arrays = {"root_arc": np.zeros(1), "root_bias": np.array([-5.0]), "root_label": np.zeros(1),
                  "label_weight": np.array([[0.0], [-4.0], [4.0]]), "label_bias": np.zeros(3)}
        columns = {"arc_dep": [0, 0, 0], "arc_head": [0, 0, 0], "arc_bias": [2.5, 2.3, -5], "label_dep": [0, 0, 0]}
        for first, expected in ((5, 1), (0, 2)):
            c = {k: np.array(v, float)[:, None] for k, v in {**columns, "label_head": [first, 5, 0]}.items()}
            self.assertEqual(decode.tree(decode.weighed_head_scores(c, arrays, 0, 3, root=0))[2], expected)
            self.assertEqual(decode.tree(decode.head_scores(c, arrays, 0, 3))[2], 1)

    @staticmethod
    def is_tree(heads):
        if sum(h == 0 for h in heads) != 1:
            return False
        for i in range(len(heads)):
            seen, k = set(), i + 1
            while k and k not in seen:
                seen.add(k)
                k = heads[k - 1]
            if k:
                return False
        return True


class Attributions(unittest.TestCase):
    def test_no_inside_without_begin(self):
        scores = np.zeros((4, len(polnear.TAGS)))
        scores[1, polnear.TAGS.index("I-content")] = 5
        scores[2, polnear.TAGS.index("I-content")] = 5
        found = [polnear.TAGS[t] for t in decode.viterbi(scores, polnear.TAGS)]
        at = found.index("B-content")
        self.assertLessEqual(at, 1)
        self.assertEqual(found[at + 1 : 3], ["I-content"] * (2 - at))

    def test_a_quotation_cut_in_two(self):
        tags = ["B-content", "I-content", "B-source", "B-cue", "B-content"]
        scores = np.zeros((5, len(polnear.TAGS)))
        for i, tag in enumerate(tags):
            scores[i, polnear.TAGS.index(tag)] = 3
        self.assertEqual(decode.attribution(scores, 3, 1, polnear.TAGS), {"source": [(2, 2)], "cue": [(3, 3)], "content": [(0, 1), (4, 4)]})

    def test_words_are_cut_as_treebanks_do(self):
        cut = lambda text: [m.group() for m in polnear.WORD.finditer(text)]
        self.assertEqual(cut("He didn't say U.S. troops won’t go."), ["He", "did", "n't", "say", "U.S.", "troops", "wo", "n’t", "go", "."])
        self.assertEqual(cut("“It’s Mr. Brown's,” she said — 3,000 of O'Neill's"),
                         ["“", "It", "’s", "Mr.", "Brown", "'s", ",", "”", "she", "said", "—", "3,000", "of", "O'Neill", "'s"])


class Pairs(unittest.TestCase):
    def test_marks_are_taken_out(self):
        self.assertEqual(marks.unmark("<s>José</s> sued the <t>FBI</t>."), ("José sued the FBI.", (0, 4), (14, 17)))
        self.assertEqual(marks.unmark("It hit <t>Aden</t>, <s>officials said."), ("It hit Aden, officials said.", None, (7, 11)))

    def test_words_as_the_program_cut_them(self):
        texts = ["Don't go, don't.", "", "U.S.-led"]
        lines = ["# newdoc id = 1", "1-2\tDon't", "1\tDo", "2\tn't", "3\tgo", "4\t,", "5-6\tdon't", "5\tdo", "6\tn't", "7\t.", "",
                 "# newdoc id = 3", "1\tU.S.", "2\t-", "3\tled", ""]
        read = pairs.words_of("\n".join(line if line[:1] in ("", "#") else line + "\t_\t_\t_\t_\t1" for line in lines), texts)
        spans, heads = zip(*read)
        self.assertEqual(heads, ([0] * 7, [], [0] * 3))
        self.assertEqual([[t[s:e] for s, e in own] for t, own in zip(texts, spans)],
                         [["Do", "n't", "go", ",", "do", "n't", "."], [], ["U.S.", "-", "led"]])

    def test_a_word_that_is_spelt_otherwise_gets_its_whole_token(self):
        lines = ["# newdoc id = 1", "1-2\tcannot\t_\t_\t_\t_\t_", "1\tcan\t_\t_\t_\t_\t3", "2\tnOt\t_\t_\t_\t_\t3", "3\tgo\t_\t_\t_\t_\t0", ""]
        self.assertEqual(pairs.words_of("\n".join(lines), ["cannot go"]), [([(0, 3), (0, 6), (7, 9)], [2, 2, -1])])

    def test_the_predicate_is_what_both_hang_on(self):
        # Oman | met | Chad | 's | envoy
        heads = [1, -1, 4, 2, 1]
        self.assertEqual(pairs.predicate_of(heads, [pairs.SOURCE, 0, pairs.TARGET, 0, 0]), 1)
        self.assertEqual(pairs.predicate_of(heads, [0, 0, pairs.SOURCE, 0, pairs.TARGET]), None)
        self.assertEqual(pairs.predicate_of(heads, [0, 0, pairs.SOURCE, 0, 0]), None)

    def test_filling_changes_no_scores(self):
        import torch

        torch.manual_seed(1)
        network = pairs.PairNetwork(2).eval()
        states, marks = torch.randn(1, 5, 384), torch.tensor([[0, 1, 0, 2, 2]])
        with torch.no_grad():
            short = network(states, torch.ones(1, 5, dtype=torch.long), marks)
            long = network(torch.cat([states, torch.zeros(1, 3, 384)], 1), torch.tensor([[1] * 5 + [0] * 3]), torch.cat([marks, torch.zeros(1, 3, dtype=torch.long)], 1))
            unmarked = network(states, torch.ones(1, 5, dtype=torch.long), torch.zeros_like(marks))
        self.assertLess((short - long).abs().max(), 1e-4)
        self.assertTrue(unmarked.isfinite().all())


class Mpnet(unittest.TestCase):
    def test_relative_positions(self):
        from demarche_training import mpnet

        found = mpnet.relative_buckets(200)
        self.assertEqual(found[0, :9].tolist(), [0, 17, 18, 19, 20, 21, 22, 23, 24])  # keys behind the query
        self.assertEqual(found[:8, 0].tolist(), list(range(8)))
        self.assertEqual((found[199, 0].item(), found[0, 199].item(), found.max().item()), (15, 31, 31))

    def test_filling_changes_no_states(self):
        import torch

        from demarche_training import mpnet

        torch.manual_seed(1)
        encoder = mpnet.MpnetEncoder(50, 24, 48, 2, 3, 20).eval()
        ids, full = torch.tensor([[7, 9, 11, 8]]), torch.ones(1, 4, dtype=torch.long)
        nothing = torch.zeros(1, 6, dtype=torch.long)
        with torch.no_grad():
            short = encoder(ids, full, nothing[:, :4], nothing[:, :4])
            long = encoder(torch.tensor([[7, 9, 11, 8, 0, 0]]), torch.tensor([[1, 1, 1, 1, 0, 0]]), nothing, nothing)
        self.assertLess((short - long[:, :4]).abs().max(), 1e-5)


class Smaller(unittest.TestCase):
    def test_units_that_do_nothing_may_go(self):
        import torch

        from demarche_training import network

        torch.manual_seed(1)
        encoder = network.Encoder(vocabulary=30, width=8, inner=12, layers=3, heads=2, positions=9, dropout=0.0).eval()
        with torch.no_grad():
            for layer in encoder.layers:
                layer.down.weight[:, [1, 5, 6]] = 0
        inputs = [torch.tensor([[3, 7, 9, 4]]), torch.ones(1, 4, dtype=torch.long), torch.zeros(1, 4, dtype=torch.long), torch.zeros(1, 4, dtype=torch.long)]
        with torch.no_grad():
            whole, second = encoder(*inputs, middle=2)
            network.keep_inner(encoder, 9)
            torch.testing.assert_close(encoder(*inputs), whole)
            network.keep_layers(encoder, [1, 2])
            torch.testing.assert_close(encoder(*inputs), second)


class SoftTargets(unittest.TestCase):
    LABELS = {q: ["x", "y", "z"] for q in soft.QUESTIONS}

    def columns(self, words):
        rng = np.random.default_rng(5)
        sizes = {**{q: 3 for q in soft.QUESTIONS if q != "label"}, "start": 1, "arc_dep": 4, "arc_head": 4, "arc_bias": 1, "label_dep": 5, "label_head": 5}
        arrays = {"root_arc": (4,), "root_bias": (1,), "root_label": (5,), "label_weight": (3, 5), "label_bias": (3,)}
        return {k: rng.normal(size=(words, n)) for k, n in sizes.items()}, {k: rng.normal(size=n) for k, n in arrays.items()}

    def filled(self):
        """A sentence of two words, one of three, and an article of five, in which the teacher sees a sentence of two and one of three."""
        s = [ud.Sentence("d", True, forms=["Go", "!"]), ud.Sentence("d", False, forms=["He", "did", "."])]
        articles = [polnear.Article("a", "", [], ["Talks", "failed", "Troops", "left", "."], [], [], [])]
        targets = soft.targets_for(s, articles, self.LABELS, 2)
        c, arrays = self.columns(5)
        targets.put(1, 0, soft.sentence_targets(c, arrays, 2, 5, 2, heads=[2, 0, 2]))
        for begin, end in ((0, 2), (2, 5)):
            targets.put(2, begin, soft.sentence_targets(c, arrays, begin, end, 2))
        return targets

    def test_they_are_kept_in_a_file(self):
        targets = self.filled()
        self.assertEqual([targets.known(u) for u in range(3)], [False, True, True])
        self.assertEqual(targets.of_sentence(1)["head"].tolist(), [2, 0, 2])
        self.assertLessEqual(targets.arrays["arc_p"].astype(float).sum(1).max(), 1.001)
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "soft.npz")
            targets.write(path)
            again = soft.targets_for([ud.Sentence("d", True, forms=["Go", "!"]), ud.Sentence("d", False, forms=["He", "did", "."])],
                                     [polnear.Article("a", "", [], ["Talks", "failed", "Troops", "left", "."], [], [], [])], self.LABELS, 2)
            again.load(path)
            for name, values in targets.arrays.items():
                np.testing.assert_array_equal(values, again.arrays[name])
            with self.assertRaises(SystemExit):
                soft.targets_for([], [], self.LABELS, 2).load(path)

    def test_heads_are_counted_in_the_window(self):
        targets = self.filled()
        whole, own = targets.of_article(0, 0, 5), targets.arrays["head"][5:].tolist()
        self.assertEqual(whole["head"].tolist(), own[:2] + [h + 2 if h else 0 for h in own[2:]])
        self.assertEqual(whole["sentence"].tolist(), [1, 1, 2, 2, 2])
        late = targets.of_article(0, 2, 5)
        self.assertEqual(late["head"].tolist(), own[2:])
        for begin, end, known in ((1, 5, [0, 1, 1, 1]), (0, 4, [1, 1, 0, 0])):  # what the window cuts has no heads
            part = targets.of_article(0, begin, end)
            self.assertEqual((part["arc_p"].sum(1) > 0).astype(int).tolist(), known)
            self.assertEqual((part["label_p"].sum(1) > 0).astype(int).tolist(), known)
            self.assertTrue((part["upos_p"][:, 0] > 0).all())

    def test_sentences_of_a_window_are_joined_and_batches_filled(self):
        targets = self.filled()
        rows = [soft.joined([targets.of_sentence(0), targets.of_sentence(1)]), targets.of_article(0, 2, 5)]
        rows[1].pop("sentence")
        self.assertEqual(rows[0]["head"].tolist(), [0, 0, 4, 0, 4])
        batch = soft.soft_tensors(rows)
        self.assertEqual(tuple(batch["soft_arc"].shape), (2, 5, 2))
        self.assertEqual((batch["soft_upos_p"].sum(-1) > 0).int().tolist(), [[0, 0, 1, 1, 1], [1, 1, 1, 0, 0]])
        self.assertTrue(batch["soft_start"][:, 0].isnan().all())


class Middle(unittest.TestCase):
    XML = """<net>
\t<layers>
\t\t<layer id="4" name="__module.encoder.layers.0.norm2/aten::layer_norm/Add" type="Add" version="opset1">
\t\t\t<output>
\t\t\t\t<port id="2" precision="FP32" names="9,x.1">
\t\t\t\t</port>
\t\t\t</output>
\t\t</layer>
\t\t<layer id="7" name="__module.encoder.layers.1.norm2/aten::layer_norm/Add" type="Add" version="opset1">
\t\t\t<output>
\t\t\t\t<port id="2" precision="FP32">
\t\t\t\t</port>
\t\t\t</output>
\t\t</layer>
\t\t<layer id="8" name="Result_1" type="Result" version="opset1" output_names="hidden">
\t\t</layer>
\t</layers>
\t<edges>
\t\t<edge from-layer="7" from-port="2" to-layer="8" to-port="0" />
\t</edges>
</net>
"""

    def test_the_output_takes_the_place_of_another_and_is_moved(self):
        first, second = expose_middle.expose(self.XML, 1), expose_middle.expose(self.XML, 2)
        self.assertIn('<edge from-layer="4" from-port="2" to-layer="8" to-port="0" />', first)
        self.assertIn('names="9,x.1,middle"', first)
        self.assertEqual(first.count('output_names="middle"'), 1)
        self.assertNotIn("hidden", first)
        self.assertEqual(first.count("<edge "), 1)
        self.assertEqual(expose_middle.expose(first, 2), second)
        self.assertEqual(expose_middle.expose(second, 1), first)
        with self.assertRaises(ValueError):
            expose_middle.expose(self.XML, 3)


class Names(unittest.TestCase):
    def test_a_name_is_cut_out_of_its_span(self):
        s = ud.Sentence("d", True, forms="The University of York , which grew".split(), upos="DET PROPN ADP PROPN PUNCT PRON VERB".split(),
                        xpos="DT NNP IN NNP , WDT VBD".split(), heads=[1, -1, 3, 1, 1, 6, 1],
                        misc=["Entity=(1-organization-new-nnnnn-cf1-2-sgl", "_", "_", "Entity=(2-place-new-nnnnn-cf2-1-sgl-York)", "_", "_", "Entity=1)"])
        self.assertEqual(ud.name_tags(s), ["O", "B-organization", "I-organization", "I-organization", "O", "O", "O"])


if __name__ == "__main__":
    unittest.main()
