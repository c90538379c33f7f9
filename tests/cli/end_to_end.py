#!/usr/bin/env python3
"""Runs the real program as its users do: files in, records out, and what happens when inputs are bad.

usage: end_to_end.py PATH-TO-DEMARCHE
"""
import csv
import fcntl
import io
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import unittest

PROGRAM = None
ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
EXAMPLE = os.path.join(ROOT, "examples", "aegean.txt")
OPTIONS = ["--date", "2024-03-08", "--publisher", "Example Wire"]


def run(*arguments, stdin=None):
    return subprocess.run([PROGRAM, *arguments], input=stdin, capture_output=True, timeout=120)


def records(*arguments, stdin=None):
    done = run("code", "--format", "jsonl", *arguments, stdin=stdin)
    assert done.returncode == 0, done.stderr.decode()
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


class Code(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.records = records(*OPTIONS, EXAMPLE)
        cls.document = cls.records[0]
        cls.text = cls.document["text"]

    def of(self, kind):
        return [r for r in self.records if r["record"] == kind]

    def words(self, span):
        return self.text[span[0] : span[1]]

    def test_document_record_holds_the_whole_text_and_what_was_dropped(self):
        with open(EXAMPLE, encoding="utf-8", newline="") as file:
            self.assertEqual(self.text, file.read())
        self.assertEqual(self.document["published"], "2024-03-08")
        self.assertEqual(self.document["publisher"], "Example Wire")
        dropped = " ".join(self.words(d["span"]) for d in self.document["dropped"])
        self.assertIn("Example Wire Photo", dropped)
        self.assertIn("Additional reporting", dropped)

    def test_every_span_is_what_its_text_says(self):
        def check(value):
            if isinstance(value, dict):
                if "span" in value and "text" in value:
                    self.assertEqual(self.words(value["span"]), value["text"])
                for part in value.values():
                    check(part)
            elif isinstance(value, list):
                for part in value:
                    check(part)

        for record in self.records[1:]:
            check(record)

    def test_voices_and_enclosing_statements_exist(self):
        ids = [r["id"] for r in self.of("statement")]
        self.assertEqual(len(ids), len(set(ids)))
        for event in self.of("event"):
            self.assertLessEqual(set(event["voices"]), set(ids))
        for statement in self.of("statement"):
            if statement["inside"]:
                self.assertLess(ids.index(statement["inside"]), ids.index(statement["id"]))

    def test_nothing_is_taken_from_dropped_parts(self):
        for event in self.of("event"):
            start, end = event["trigger"]["span"]
            for part in self.document["dropped"]:
                self.assertFalse(start < part["span"][1] and part["span"][0] < end)

    def test_a_denied_claim_is_no_stated_fact(self):
        crossing = [e for e in self.of("event") if self.words(e["trigger"]["span"]).startswith("crossed")]
        for event in crossing:
            self.assertNotEqual(event["status"], "stated")
        denials = [s for s in self.of("statement") if s["act"] == "deny" and "crossed" in " ".join(self.words(c) for c in s["content"])]
        self.assertTrue(denials)
        self.assertEqual(denials[0]["source"]["country"], "TUR")

    def test_main_events_are_found(self):
        found = {(e["type"], (e["source"] or {}).get("country"), tuple(sorted({t["country"] for t in e["targets"] if t["country"]}))) for e in self.of("event")}
        self.assertIn(("ACCUSE", "GRC", ("TUR",)), found)
        self.assertTrue(any(t == "REQUEST" and s == "FRA" for t, s, ts in found), found)

    def test_report_and_csv_say_the_same(self):
        report = run("code", *OPTIONS, EXAMPLE).stdout.decode()
        self.assertIn("Who did or said what to whom", report)
        rows = list(csv.DictReader(io.StringIO(run("code", "--format", "csv", *OPTIONS, EXAMPLE).stdout.decode(), newline="")))
        self.assertEqual({r["event"] for r in rows}, {e["id"] for e in self.of("event")})
        for event in self.of("event"):
            self.assertIn(event["type"], report)

    def test_explain_names_rule_and_paths(self):
        for event in (r for r in records("--explain", *OPTIONS, EXAMPLE) if r["record"] == "event"):
            self.assertTrue(event["explanation"]["rule"])
            self.assertEqual(len(event["explanation"]["target_paths"]), len(event["targets"]))
            self.assertEqual([v["statement"] for v in event["explanation"]["voices"]], event["voices"])

    def test_explain_names_a_line_that_holds_the_trigger(self):
        named = 0
        for event in (r for r in records("--explain", *OPTIONS, EXAMPLE) if r["record"] == "event"):
            if not event["rule"].startswith("lexicon:"):
                continue
            entry = event["explanation"]["lines"][0]
            with open(os.path.join(ROOT, entry["file"]), encoding="utf-8") as file:
                words = file.read().split("\n")[entry["line"] - 1].split("\t")[0]
            self.assertIn(event["rule"].split(":")[1].split("#")[0], words.replace(",", " ").split())
            named += 1
        self.assertGreater(named, 0)

    def test_explain_changes_nothing_else(self):
        plain = [r for r in records("--explain", *OPTIONS, EXAMPLE)]
        for record in plain:
            record.pop("explanation", None)
        self.assertEqual(plain, records(*OPTIONS, EXAMPLE))

    def test_min_confidence_leaves_out_the_unsure(self):
        sure = [r for r in records("--min-confidence", "1", *OPTIONS, EXAMPLE) if r["record"] == "event"]
        self.assertTrue(all(e["confidence"] >= 1 for e in sure))
        self.assertLess(len(sure), len(self.of("event")))


class Inputs(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def file(self, name, content):
        path = os.path.join(self.folder, name)
        with open(path, "wb") as file:
            file.write(content)
        return path

    def test_bad_inputs_are_named_and_the_others_coded(self):
        good = self.file("good.txt", "The president of France met the king of Spain on Monday.\n".encode())
        empty = self.file("empty.txt", b" \n\n")
        binary = self.file("binary.txt", bytes(range(256)) * 10)
        missing = os.path.join(self.folder, "missing.txt")
        done = run("code", "--format", "jsonl", empty, binary, missing, self.folder, good)
        self.assertEqual(done.returncode, 1)
        complaints = done.stderr.decode()
        for path in (empty, binary, missing, self.folder):
            self.assertIn(path + ": ", complaints)
        documents = [json.loads(line) for line in done.stdout.decode().splitlines() if '"record":"document"' in line]
        self.assertEqual([d["uri"] for d in documents], [good])

    def test_an_input_that_is_too_large_is_refused(self):
        path = os.path.join(self.folder, "large.txt")
        with open(path, "wb") as file:
            for _ in range(101):
                file.write(b"x" * (1 << 20))
        done = run("code", path)
        self.assertEqual(done.returncode, 1)
        self.assertIn("MiB", done.stderr.decode())

    def test_a_long_line_without_blanks_is_survived(self):
        path = self.file("line.txt", b"x" * (2 << 20))
        self.assertEqual(run("code", "--format", "jsonl", path).returncode, 0)

    def test_invalid_utf8_is_replaced_and_reported(self):
        path = self.file("latin.txt", b"The Pr\xe9sident met the prime minister of Spain.\n")
        done = run("code", "--format", "jsonl", path)
        self.assertEqual(done.returncode, 0)
        self.assertIn(path, done.stderr.decode())
        self.assertIn("\ufffd", json.loads(done.stdout.decode().splitlines()[0])["text"])

    def test_standard_input(self):
        text = "Germany accused Russia of espionage.\n"
        first = records("-", stdin=text.encode())[0]
        self.assertEqual((first["uri"], first["text"]), ("-", text))

    def test_offsets_count_code_points(self):
        text = "“Él está aquí”, said José Núñez, the Spanish foreign minister, in A Coruña 😀. Spain accused Morocco of espionage.\n"
        for record in records("-", stdin=text.encode()):
            if record["record"] == "event":
                start, end = record["trigger"]["span"]
                self.assertEqual(text[start:end], record["trigger"]["text"])

    def test_the_same_input_gives_the_same_bytes(self):
        with open(EXAMPLE, "rb") as file:
            article = file.read()
        paths = [self.file(f"{i:02}.txt", article[: len(article) - 40 * i]) for i in range(12)]
        one = run("code", "--format", "jsonl", "--threads", "1", *paths).stdout
        self.assertTrue(one)
        self.assertEqual(one, run("code", "--format", "jsonl", "--threads", "3", *paths).stdout)

    def test_interrupt_leaves_whole_records(self):
        with open(EXAMPLE, "rb") as file:
            article = file.read() * 5
        self.interrupt([self.file(f"{i:03}.txt", article) for i in range(150)])

    def test_interrupt_while_nobody_reads(self):
        # Into a pipe of one page a write of less than a page goes whole or not at all: the program soon waits in one with nothing written.
        path = self.file("a.txt", b"Germany accused Russia of espionage.\n")
        self.interrupt([path] * 1000, pipe_bytes=4096)

    def interrupt(self, paths, pipe_bytes=65536):
        process = subprocess.Popen(
            [PROGRAM, "code", "--threads", "1", "--format", "jsonl", *paths], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        fcntl.fcntl(process.stdout, fcntl.F_SETPIPE_SZ, pipe_bytes)
        first = process.stdout.readline()
        process.send_signal(signal.SIGINT)
        with process.stdout, process.stderr:  # not communicate(), which would lose what readline() has read ahead
            rest, complaints = process.stdout.read(), process.stderr.read()
        self.assertEqual(process.wait(timeout=120), 130)
        self.assertIn(b"stopped", complaints)
        for line in [first, *rest.splitlines()]:
            json.loads(line)

    def test_a_closed_pipe_ends_the_work(self):
        with open(EXAMPLE, "rb") as file:
            article = file.read() * 5
        paths = [self.file(f"{i:03}.txt", article) for i in range(150)]
        process = subprocess.Popen([PROGRAM, "code", "--format", "jsonl", *paths], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        process.stdout.readline()
        process.stdout.close()
        with process.stderr:
            complaints = process.stderr.read()
        self.assertEqual(process.wait(timeout=30), 1)
        self.assertIn(b"standard output cannot be written", complaints)

    def test_long_and_deep_sentences_are_survived(self):
        deep = "He said that she said that they believed that he denied that " * 400 + "it rained.\n"
        long = "“Yes,” he said, and " * 3000 + "left.\n"
        nested = "(" * 3000 + "no" + ")" * 3000 + ".\n"
        quotes = "“ ‘ " * 4000 + "\n"
        for text in (deep, long, nested, quotes):
            done = run("code", "--format", "jsonl", "-", stdin=text.encode())
            self.assertEqual(done.returncode, 0, done.stderr.decode()[:200])
            for line in done.stdout.decode().splitlines():
                json.loads(line)

    def test_one_file_twice_and_standard_input_among_files(self):
        path = self.file("a.txt", b"Spain accused Morocco of espionage.\n")
        done = run("code", "--format", "jsonl", path, "-", path, stdin=b"Chile praised Peru.\n")
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        uris = [json.loads(line)["uri"] for line in done.stdout.decode().splitlines() if '"record":"document"' in line]
        self.assertEqual(uris, [path, "-", path])

    def test_parse_leaves_nothing_out(self):
        text = "MOSCOW (AP) -- The talks failed.\n\nPhoto by A. Name\n\nFollow us on Twitter\n"
        lines = run("parse", "-", stdin=text.encode()).stdout.decode().splitlines()
        forms = "".join(line.split("\t")[1] for line in lines if line and line[0] != "#")
        self.assertEqual(forms, "".join(text.split()))


class Use(unittest.TestCase):
    def test_wrong_use_is_2(self):
        self.assertEqual(run("code").returncode, 2)
        self.assertEqual(run("nonsense").returncode, 2)
        self.assertEqual(run("code", "--date", "2024-02-30", EXAMPLE).returncode, 2)

    def test_help_teaches(self):
        done = run("--help")
        self.assertEqual(done.returncode, 0)
        for word in (b"code", b"parse", b"pairs", b"clean", b"Exit status"):
            self.assertIn(word, done.stdout)

    def test_a_missing_installation_is_named(self):
        done = run("--home", "/nonexistent", "code", EXAMPLE)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"/nonexistent", done.stderr)

    def test_another_model_may_be_named(self):
        plain = run("code", EXAMPLE)
        for done in (run("--model", os.path.join(ROOT, "model"), "code", EXAMPLE), run("code", EXAMPLE, "--model", os.path.join(ROOT, "model"))):
            self.assertEqual(done.returncode, 0)
            self.assertEqual(done.stdout, plain.stdout)
        fast = records(EXAMPLE, "--model", os.path.join(ROOT, "model", "fast"))
        self.assertTrue(any(r["record"] == "event" and r["type"] == "REJECT" for r in fast))
        done = run("code", EXAMPLE, "--model", "/nonexistent")
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"/nonexistent/", done.stderr)

    def test_a_spoilt_lexicon_is_named_by_file_and_line(self):
        with tempfile.TemporaryDirectory() as home:
            os.symlink(os.path.join(ROOT, "model"), os.path.join(home, "model"))
            subprocess.run(["cp", "-r", os.path.join(ROOT, "data"), home], check=True)
            with open(os.path.join(home, "data", "speech", "cues.tsv"), "a", encoding="utf-8") as file:
                file.write("spoilt\n")
            done = run("--home", home, "code", EXAMPLE)
            self.assertEqual(done.returncode, 1)
            self.assertRegex(done.stderr.decode(), r"cues\.tsv:\d+: ")


class Parse(unittest.TestCase):
    def test_conllu_has_ten_columns_and_one_root_a_sentence(self):
        text = "He doesn't know. “We won't go,” she said.\n"
        lines = run("parse", "-", stdin=text.encode()).stdout.decode().splitlines()
        sentences = "\n".join(lines).split("\n\n")
        for sentence in filter(None, sentences):
            words = [line.split("\t") for line in sentence.splitlines() if not line.startswith("#")]
            self.assertTrue(all(len(w) == 10 for w in words))
            self.assertEqual(sum(w[6] == "0" for w in words), 1)

    def test_given_tokens_are_kept(self):
        given = "1\tHe\t_\t_\t_\t_\t_\t_\t_\t_\n2\tlies.here\t_\t_\t_\t_\t_\t_\t_\t_\n\n"
        lines = run("parse", "--from", "conllu", "-", stdin=given.encode()).stdout.decode().splitlines()
        self.assertEqual([line.split("\t")[1] for line in lines if line and not line.startswith("#")], ["He", "lies.here"])

    def test_coreference_marks_the_same_actor_and_whose_turn_it_is(self):
        words = [("Bo", "Laura", ["I", "saw", "Laura", "Brand", "in", "Oslo", "."]), ("Laura", "Bo", ["You", "saw", "me", "?"])]
        given = "".join(
            f"# speaker = {speaker}\n# addressee = {addressee}\n"
            + "".join(f"{i}\t{form}" + "\t_" * 8 + "\n" for i, form in enumerate(forms, 1)) + "\n" for speaker, addressee, forms in words)
        lines = run("parse", "--from", "conllu", "--coreference", "-", stdin=given.encode()).stdout.decode().splitlines()
        entities = {}
        for line in lines:
            mark = re.search(r"Entity=\((e[0-9]+)-", line)
            if mark:
                entities[line.split("\t")[1]] = mark.group(1)
        self.assertEqual(entities["I"], entities["You"])
        self.assertEqual(entities["Laura"], entities["me"])
        self.assertTrue(any(line.startswith("# global.Entity = ") for line in lines))

    def test_malformed_conllu_is_named_by_line(self):
        done = run("parse", "--from", "conllu", "-", stdin=b"1\tHe\n\n")
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stderr.decode(), r"\b1\b")


class Pairs(unittest.TestCase):
    def test_rows_come_back_with_their_types(self):
        rows = "id\tmarked_sentence\n7\t<s>Iran</s> accused <t>Israel</t> of sabotage.\n8\t<s>Japan</s> gave <t>Nepal</t> $5 million in aid.\n"
        done = run("pairs", "-", stdin=rows.encode())
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        answers = list(csv.DictReader(io.StringIO(done.stdout.decode()), delimiter="\t", quoting=csv.QUOTE_NONE))
        self.assertEqual([a["id"] for a in answers], ["7", "8"])
        self.assertEqual([a["type"] for a in answers], ["ACCUSE", "AID"])
        for answer in answers:
            self.assertTrue(0 < float(answer["score"]) <= 1)

    def test_a_table_without_the_column_is_refused(self):
        done = run("pairs", "-", stdin=b"id\tsentence\n1\tHe left.\n")
        self.assertEqual(done.returncode, 1)
        for name in (b"marked_sentence", b'"id"', b'"sentence"'):
            self.assertIn(name, done.stderr)

    def test_rows_that_cannot_be_typed_are_named_and_the_others_typed(self):
        rows = ("marked_sentence\tid\r\n"
                "<s>Iran</s> accused <t>Israel</t> of \"sabotage.\t1\r\n"
                "Iran accused Israel.\t2\r\n"
                "<s>Iran</s> accused <t>Israel.\t3\r\n"
                "\t4\r\n"
                "<s></s> accused <t></t>\t5\r\n"
                "<s>Police</s> arrested 20 protesters.\t6\r\n"
                "<s>Iran</s> accused <t>Israel</t>.\r\n")
        done = run("pairs", "-", stdin=rows.encode())
        self.assertEqual(done.returncode, 1)
        lines = [line.split("\t") for line in done.stdout.decode().split("\n")]
        self.assertEqual(lines.pop(), [""])
        self.assertEqual(lines.pop(0), ["marked_sentence", "id", "type", "mode", "cameo", "score"])
        self.assertTrue(all(len(line) == 6 for line in lines), lines)
        self.assertEqual([line[1] for line in lines], ["1", "2", "3", "4", "5", "6", ""])
        self.assertEqual([line[2] != "" for line in lines], [True, False, False, False, False, True, True])
        self.assertTrue(all(line[2:] == [""] * 4 for line in lines if not line[2]))
        self.assertTrue(all(line[4] and float(line[5]) > 0 for line in lines if line[2]))
        self.assertEqual(re.findall(r"-:(\d+): ", done.stderr.decode()), ["3", "4", "5", "6"])

    def test_a_row_with_too_few_fields_is_named(self):
        done = run("pairs", "-", stdin=b"id\tmarked_sentence\n7\n8\t<s>Iran</s> accused <t>Israel</t>.\n")
        self.assertEqual(done.returncode, 1)
        lines = done.stdout.decode().splitlines()
        self.assertEqual(lines[1], "7" + "\t" * 5)
        self.assertTrue(lines[2].startswith("8\t") and "\tACCUSE\t" in lines[2])
        self.assertRegex(done.stderr.decode(), r"-:2: ")

    def test_the_answer_does_not_depend_on_the_rows_around(self):
        rows = ["<s>Iran</s> accused <t>Israel</t> of sabotage.", "Iran accused <t>Israel</t> of sabotage, <s>officials</s> said.",
                "<s>Sudan</s> agreed to hold talks with <t>Chad</t>."]
        together = run("pairs", "-", stdin="\n".join(["marked_sentence", *rows, ""]).encode()).stdout.decode().splitlines()[1:]
        alone = [run("pairs", "-", stdin=f"marked_sentence\n{row}\n".encode()).stdout.decode().splitlines()[1] for row in rows]
        self.assertEqual(together, alone)

    def test_explain_shows_both_witnesses(self):
        row = b"marked_sentence\n<s>Iran</s> accused <t>Israel</t> of sabotage.\n"
        answer = list(csv.DictReader(io.StringIO(run("pairs", "--explain", "-", stdin=row).stdout.decode()), delimiter="\t", quoting=csv.QUOTE_NONE))[0]
        self.assertIn("ACCUSE=", answer["network"])
        self.assertIn("ACCUSE=both:", answer["lexicon"])


class Validate(unittest.TestCase):
    FOLDER = os.path.join(ROOT, "tests", "petrarch")
    DICTIONARIES = ["--dictionaries", os.path.join(FOLDER, "dictionaries")]
    RECORDS = os.path.join(FOLDER, "records.xml")

    def test_records_are_compared_and_totals_come_last(self):
        done = run("validate", *self.DICTIONARIES, self.RECORDS)
        self.assertEqual(done.returncode, 0)
        lines = done.stdout.decode().splitlines()
        self.assertEqual(lines[0], "SMALL-1\tright\texpected: VLTGOV OSM 190\tfound: VLTGOV OSM 190")
        self.assertEqual(lines[1], "SMALL-2\tright\texpected: none\tfound: none")
        self.assertEqual(lines[2], "SMALL-3\tright\texpected: discarded\tfound: discarded")
        self.assertEqual([line.split("\t")[1] for line in lines[3:7]], ["skipped", "skipped", "wrong", "found"])
        self.assertIn("\texpected: VLT OSM 111; VLT KRS 111\tfound: VLT OSM 111", lines[5])
        totals = dict(field.rsplit(" ", 1) for field in lines[-1].split("\t")[1:])
        self.assertEqual(totals, {"records": "4", "right": "3", "skipped": "2", "without answer": "1", "expected": "3", "found": "2",
                                  "matched": "2", "precision": "1.000", "recall": "0.667", "F1": "0.800"})

    def test_another_dictionary_may_stand_for_the_named_one(self):
        done = run("validate", *self.DICTIONARIES, "--verbs", "small.verbs2.txt", "--explain", self.RECORDS)
        self.assertIn("found: VLTGOV OSM 190 (verb)", done.stdout.decode())

    def test_faults_name_file_and_line(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "broken.xml")
            with open(path, "w") as file:
                file.write("<Sentences>\n<Sentence date=\"19950101\">\n<Text>A</Sentence></Sentences>\n")
            done = run("validate", *self.DICTIONARIES, path, self.RECORDS)
            self.assertEqual(done.returncode, 1)
            self.assertIn("broken.xml:3: ", done.stderr.decode())
            self.assertIn("SMALL-1\tright", done.stdout.decode())  # the other file is coded
        self.assertIn("small.verbs.txt:33: no set is named &NOSUCHSET", done.stderr.decode())

    def test_wrong_use(self):
        self.assertEqual(run("validate", self.RECORDS).returncode, 2)
        self.assertEqual(run("validate", "--dictionaries", "/no/such/folder", self.RECORDS).returncode, 2)
        missing = run("validate", "--dictionaries", self.FOLDER, self.RECORDS)
        self.assertEqual(missing.returncode, 1)
        self.assertIn("small.verbs.txt: cannot be read", missing.stderr.decode())


if __name__ == "__main__":
    PROGRAM = os.path.abspath(sys.argv.pop(1))
    unittest.main(verbosity=1)
