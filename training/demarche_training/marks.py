"""Sentences in which source and target are marked: `<s>Chile</s> sued the <t>FBI</t>`. Needs nothing but Python, so that bench/ may use it."""

import re

MARK = re.compile(r"</?[st]>")


def unmark(marked):
    """The sentence without its marks, and the spans of source and target in characters (None where a mark is missing)."""
    places, text, last = {}, "", 0
    for mark in MARK.finditer(marked):
        text += marked[last : mark.start()]
        last = mark.end()
        places[mark.group()] = len(text)
    text += marked[last:]
    return text, *((places[f"<{k}>"], places[f"</{k}>"]) if f"<{k}>" in places and f"</{k}>" in places else None for k in "st")
