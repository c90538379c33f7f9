"""From the network's scores to tags, trees, names and attributions; FORMAT.md describes the same.

Everything here is numpy on one window's words: `c` maps a column's name to an array [words, size] of the words' first pieces,
`arrays` maps a decoder array's name to its values.
"""

import numpy as np

from .network import ATTRIBUTION, DISTANCE_ENDS


FORBIDDEN = -1e9
LONGEST_PROJECTIVE = 256  # words


def log_softmax(x):
    x = x - x.max(axis=-1, keepdims=True)
    return x - np.log(np.exp(x).sum(axis=-1, keepdims=True))


def head_scores(c, arrays, begin, end):
    """[n, n+1] log-probabilities of heads for the sentence begin…end of a window, the root first."""
    dep, head = c["arc_dep"][begin:end], c["arc_head"][begin:end]
    scores = dep @ head.T + c["arc_bias"][begin:end, 0][None, :]
    np.fill_diagonal(scores, FORBIDDEN)
    root = dep @ arrays["root_arc"] + arrays["root_bias"][0]
    return log_softmax(np.concatenate([root[:, None], scores], axis=1))


def _cycle(heads):
    """A cycle of the graph heads[d] = h (nodes from 0, heads[0] unused), or None."""
    state = [0] * len(heads)
    state[0] = 2
    for start in range(1, len(heads)):
        path, node = [], start
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = heads[node]
        if state[node] == 1:
            return path[path.index(node) :]
        for n in path:
            state[n] = 2
    return None


def _chu_liu_edmonds(scores):
    """Best arborescence; scores[d][h] over nodes 0…n, 0 the root."""
    n = len(scores)
    heads = scores.argmax(axis=1)
    heads[0] = 0
    cycle = _cycle(list(heads))
    if cycle is None:
        return heads
    inside = np.zeros(n, bool)
    inside[cycle] = True
    rest = np.flatnonzero(~inside)
    m = len(rest)
    small = np.full((m + 1, m + 1), FORBIDDEN)
    small[:m, :m] = scores[np.ix_(rest, rest)]
    cycle = np.array(cycle)
    own = scores[cycle, heads[cycle]]
    # a head outside of the cycle for the whole cycle: which of its nodes is entered
    into = scores[np.ix_(cycle, rest)] - own[:, None] + own.sum()
    enter = into.argmax(axis=0)
    small[m, :m] = into.max(axis=0)
    out_of = scores[np.ix_(rest, cycle)]
    leave = out_of.argmax(axis=1)
    small[:m, m] = out_of.max(axis=1)
    np.fill_diagonal(small, FORBIDDEN)
    found = _chu_liu_edmonds(small)
    result = heads.copy()
    for k in range(1, m):
        result[rest[k]] = rest[found[k]] if found[k] < m else cycle[leave[k]]
    entered = found[m]
    result[cycle[enter[entered]]] = rest[entered]
    result[0] = 0
    return result


def has_crossing(heads):
    """Does an arc of the tree cross another? heads: 0 the root, which stands in front of the first word, else word + 1."""
    arcs = [tuple(sorted((d, h))) for d, h in enumerate(heads, 1)]
    return any(
        low < first or high > last for first, last in arcs for low, high in arcs[first : last - 1]
    )


def projective_tree(logp):
    """Heads of the best tree without crossing arcs and with one word on the root (Eisner 1996), for logp [n, n+1] as in tree()."""
    n = len(logp)
    arc = logp[:, 1:].T  # [head, dependent]
    right, left = np.zeros((n, n)), np.zeros((n, n))  # complete spans: the head first; last
    right_arc, left_arc = np.zeros((n, n)), np.zeros((n, n))  # with an arc between both ends
    split, right_split, left_split = (np.zeros((n, n), int) for _ in range(3))
    for width in range(1, n):
        for first in range(n - width):
            last = first + width
            sums = right[first, first:last] + left[first + 1 : last + 1, last]
            split[first, last] = first + sums.argmax()
            right_arc[first, last] = sums.max() + arc[first, last]
            left_arc[first, last] = sums.max() + arc[last, first]
            sums = right_arc[first, first + 1 : last + 1] + right[first + 1 : last + 1, last]
            right_split[first, last], right[first, last] = first + 1 + sums.argmax(), sums.max()
            sums = left[first, first:last] + left_arc[first:last, last]
            left_split[first, last], left[first, last] = first + sums.argmax(), sums.max()
    top = int((left[0] + right[:, n - 1] + logp[:, 0]).argmax())
    heads = np.zeros(n, int)
    waiting = [("left", 0, top), ("right", top, n - 1)]
    while waiting:
        kind, first, last = waiting.pop()
        if first == last:
            continue
        if kind == "inside":
            k = split[first, last]
            waiting += [("right", first, k), ("left", k + 1, last)]
        elif kind == "right":
            k = right_split[first, last]
            heads[k] = first + 1
            waiting += [("inside", first, k), ("right", k, last)]
        else:
            k = left_split[first, last]
            heads[k] = last + 1
            waiting += [("left", first, k), ("inside", k, last)]
    return heads


def tree(logp):
    """Heads of the likely tree: the best one, or where arcs of it cross the best one without; very long sentences keep the best."""
    heads = best_tree(logp)
    return projective_tree(logp) if len(logp) <= LONGEST_PROJECTIVE and has_crossing(heads) else heads


def best_tree(logp):
    """Heads (0 the root, else word + 1) of the best tree with one word on the root, for logp [n, n+1]."""
    n = len(logp)
    full = np.full((n + 1, n + 1), FORBIDDEN)
    full[1:] = logp
    heads = _chu_liu_edmonds(full)
    tops = np.flatnonzero(heads[1:] == 0)
    if len(tops) != 1:
        # one root: try each word as the only one on the root, the likeliest first
        best = None
        for top in np.argsort(-logp[:, 0])[: max(4, len(tops))]:
            one = full.copy()
            one[:, 0] = FORBIDDEN
            one[top + 1, 1:] = FORBIDDEN
            one[top + 1, 0] = full[top + 1, 0]
            candidate = _chu_liu_edmonds(one)
            total = full[np.arange(1, n + 1), candidate[1:]].sum()
            if best is None or total > best[0]:
                best = (total, candidate)
        heads = best[1]
    return heads[1:]


def label_scores(c, arrays, heads, begin):
    """[n, labels] for a sentence's words and their heads (0 the root, else word + 1 within the sentence)."""
    dep = c["label_dep"][begin : begin + len(heads)]
    rows = np.concatenate([arrays["root_label"][None], c["label_head"][begin : begin + len(heads)]])[heads]
    return np.maximum(dep + rows, 0) @ arrays["label_weight"].T + arrays["label_bias"]


LABEL_WEIGHT = 2.0
EVEN = -0.7  # the logarithm of an even chance
CERTAIN = 5.0  # how far ahead of the second the likeliest head has to be for labels not to count


def weighed_head_scores(c, arrays, begin, end, root):
    """[n, n+1] scores of heads, the root first: the log-probabilities of head_scores, and LABEL_WEIGHT times that of the best label under
    the head. The two likeliest heads of each word are asked for it, unless the first is CERTAIN; the others, and the root, are taken to have one of even chances.
    `root`: the number of the label that only the root's word has."""
    scores = np.maximum(head_scores(c, arrays, begin, end), -1e4)
    asked = np.argsort(-scores, axis=1, kind="stable")[:, :2]
    rows = np.arange(len(scores))
    open_ = scores[rows, asked[:, 0]] - scores[rows, asked[:, 1]] <= CERTAIN
    best = np.full_like(scores, EVEN)
    for heads in asked.T:
        labels = log_softmax(label_scores(c, arrays, heads, begin))
        labels[:, root] = FORBIDDEN
        words = np.flatnonzero((heads > 0) & open_)
        best[words, heads[words]] = labels[words].max(axis=1)
    return scores + LABEL_WEIGHT * best


def choose_labels(scores, heads, root):
    """The best labels; `root` for the root's word only."""
    scores = scores.copy()
    scores[heads != 0, root] = FORBIDDEN
    out = scores.argmax(axis=1)
    out[heads == 0] = root
    return out


def viterbi(scores, tags):
    """Best sequence of BIO tags (tag numbers) for scores [n, tags]: I-x follows B-x or I-x only."""
    k = len(tags)
    allowed = np.zeros((k, k))
    for j, tag in enumerate(tags):
        if tag[0] == "I":
            for i, before in enumerate(tags):
                if before[1:] != tag[1:] or before == "O":
                    allowed[i, j] = FORBIDDEN
    best = scores[0] + np.array([FORBIDDEN if t[0] == "I" else 0.0 for t in tags])
    back = np.zeros((len(scores), k), int)
    for t in range(1, len(scores)):
        step = best[:, None] + allowed
        back[t] = step.argmax(axis=0)
        best = step[back[t], np.arange(k)] + scores[t]
    out = [int(best.argmax())]
    for t in range(len(scores) - 1, 0, -1):
        out.append(int(back[t, out[-1]]))
    return out[::-1]


SCRIPT_MARGIN = 3.0


def scripts(scores, names, margin=SCRIPT_MARGIN):
    """The edit scripts within `margin` of the best one's score, best first."""
    order = np.argsort(-scores, kind="stable")[:16]
    return [names[j] for j in order if scores[j] >= scores[order[0]] - margin]


def buckets(d):
    """Distance buckets of an array of w − a, as network.distance_bucket."""
    ring = np.searchsorted(DISTANCE_ENDS, np.abs(d))
    return np.where(d == 0, 0, np.where(d < 0, 2 * ring - 1, 2 * ring))


def anchors(c, thresholds):
    """[(word, class)] of a window's attributions; class 1 cue, 2 content."""
    p = np.exp(log_softmax(c["anchor"]))
    return [(i, 1 if p[i, 1] >= thresholds["cue"] else 2) for i in range(len(p))
            if p[i, 1] >= thresholds["cue"] or p[i, 2] >= thresholds["content"]]


def tag_scores(c, arrays, anchor, newpar):
    """[words, 7] for one anchor; newpar says where paragraphs begin in the window."""
    n = len(c["anchor"])
    number = np.cumsum(newpar)
    paragraph = np.where(number == number[anchor], 0, np.where(number < number[anchor], 1, 2))
    x = c["attribution_anchor"][anchor] + c["attribution_word"]
    assert x.shape[1] == ATTRIBUTION
    x = x + arrays["distance"][buckets(np.arange(n) - anchor)] + arrays["paragraph"][paragraph]
    return np.maximum(x, 0) @ arrays["attribution_weight"].T + arrays["attribution_bias"]


def attribution(scores, anchor, kind, tags):
    """{source, cue, content: [(first, last)]} of an anchor's tag scores, or None without content."""
    scores = scores.copy()
    forced = tags.index("B-cue" if kind == 1 else "B-content")
    keep = scores[anchor, forced]
    scores[anchor] = FORBIDDEN
    scores[anchor, forced] = keep
    found = viterbi(scores, tags)
    out = {role: [] for role in ("source", "cue", "content")}
    for i, t in enumerate(found):
        if tags[t] == "O":
            continue
        part, role = tags[t].split("-")
        if part == "B":
            out[role].append([i, i])
        else:
            out[role][-1][1] = i
    if not out["content"]:
        return None
    if len(out["source"]) > 1:
        gain = lambda run: np.mean([scores[i, found[i]] - scores[i, 0] for i in range(run[0], run[1] + 1)])
        out["source"] = [max(out["source"], key=gain)]
    return {role: [tuple(run) for run in parts] for role, parts in out.items()}


def spans(tags):
    """[(first, last, type)] of a BIO sequence of tag names."""
    out = []
    for i, tag in enumerate(tags):
        if tag[0] == "B":
            out.append([i, i, tag[2:]])
        elif tag[0] == "I" and out and out[-1][1] == i - 1 and out[-1][2] == tag[2:]:
            out[-1][1] = i
    return [tuple(s) for s in out]


__all__ = ["anchors", "attribution", "buckets", "choose_labels", "head_scores", "label_scores", "log_softmax", "scripts", "spans",
           "tag_scores", "tree", "viterbi", "weighed_head_scores"]
