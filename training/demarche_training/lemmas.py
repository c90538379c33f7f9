"""Lemmas as edit scripts: what is done to a form to get its lemma.

A script is either `=LEMMA` (the lemma whole) or `C|N|SUFFIX`: first the casing operation C (`k` keep, `l` lower, `t` first
letter upper and the rest lower, `u` upper), then N characters (code points) are cut off the end, then SUFFIX is added.
"""

CASES = {
    "l": str.lower,
    "k": lambda form: form,
    "t": lambda form: form[:1].upper() + form[1:].lower(),
    "u": str.upper,
}


def script_of(form, lemma):
    """The script that turns form into lemma; the same lemma always gets the same script for a form."""
    best = None
    for order, (name, change) in enumerate(CASES.items()):
        if name == "u" and len(lemma) < 2:
            continue
        base = change(form)
        shared = 0
        while shared < min(len(base), len(lemma)) and base[shared] == lemma[shared]:
            shared += 1
        if shared == 0:
            continue
        cost = (len(base) - shared + len(lemma) - shared, order)
        if best is None or cost < best[0]:
            best = (cost, f"{name}|{len(base) - shared}|{lemma[shared:]}")
    return best[1] if best else "=" + lemma


def apply_script(script, form):
    """The lemma that a script makes of a form, never empty."""
    if script[:1] == "=":
        return script[1:]
    case, count, suffix = script.split("|", 2)
    base = CASES[case](form)
    count = int(count)
    if count >= len(base) and not suffix:
        return base
    return base[: max(len(base) - count, 0)] + suffix
