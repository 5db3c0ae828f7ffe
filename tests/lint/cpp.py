# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Plumbline contributors
"""Just enough of C++ to measure a function: its tokens, its body, its decisions and how deep they nest."""

import re

TOKEN = re.compile(
    r"""
    (?P<skip>\s+|//[^\n]*|/\*.*?\*/|^[ \t]*\#(?:[^\n\\]|\\.)*)
  | (?P<text>(?:u8|[uUL])?R"(?P<fence>[^()\s\\]*)\(.*?\)(?P=fence)"|(?:u8|[uUL])?"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)+')
  | (?P<number>\d(?:'?[\w.])*)
  | (?P<word>[A-Za-z_]\w*)
  | (?P<sign>::|->|&&|\|\||\[\[|\]\]|.)
    """,
    re.X | re.S | re.M,
)
CLOSING = {"(": ")", "[": "]", "{": "}", "[[": "]]"}
DECISIONS = ("if", "for", "while", "switch", "catch", "?", "&&", "||")
BRANCHES = ("if", "for", "while", "switch")


def tokens(text):
    """The tokens of the text; comments and preprocessor lines are left out, a literal is one token."""
    return ['""' if m["text"] else m[0] for m in TOKEN.finditer(text) if not m["skip"]]


def after_group(toks, at):
    """The place after the bracket that closes the one at `at`."""
    opening, closing = toks[at], CLOSING[toks[at]]
    depth = 0
    while at < len(toks):
        depth += (toks[at] == opening) - (toks[at] == closing)
        at += 1
        if depth == 0:
            break
    return at


def body(toks):
    """The tokens between the braces of a function, given its tokens from its name or before on; none for one without a body."""
    at = 0
    in_initializers = False
    while at < len(toks) and toks[at] != ";":
        if toks[at] == "{" and not (in_initializers and re.match(r"\w|>", toks[at - 1])):
            return toks[at + 1 : after_group(toks, at) - 1]
        if toks[at] in CLOSING:
            at = after_group(toks, at)
            continue
        in_initializers = in_initializers or toks[at] == ":"
        at += 1
    return []


def complexity(toks):
    """McCabe's number with short-circuits counted; a switch counts once, however many cases its table has."""
    references = sum(1 for before, tok in zip(toks, toks[1:]) if tok == "&&" and is_type_reference(before))
    return 1 + sum(tok in DECISIONS for tok in toks) - references


def is_type_reference(before):
    return before in ("auto", ">")


class Nesting:
    """How many branches lie inside one another at the deepest place. `else if` stays level; a lambda adds nothing itself."""

    def __init__(self, toks):
        self.toks = toks
        self.deepest = 0
        at = 0
        while at < len(toks):
            at = self.statement(at, 0)

    def statement(self, at, depth):
        tok = self.toks[at] if at < len(self.toks) else ""
        if tok == "{":
            return self.block(at, depth)
        if tok in BRANCHES:
            return self.branch(at, depth)
        if tok == "do":
            return self.inner(at + 1, depth)
        if tok in ("else", "try"):
            return self.statement(at + 1, depth)
        if tok == "catch":
            return self.inner(after_group(self.toks, at + 1), depth)
        return self.expression(at, depth)

    def inner(self, at, depth):
        self.deepest = max(self.deepest, depth + 1)
        return self.statement(at, depth + 1)

    def branch(self, at, depth):
        while at < len(self.toks) and self.toks[at] != "(":
            at += 1
        end = after_group(self.toks, at) if at < len(self.toks) else at
        at = self.inner(end, depth)
        if at < len(self.toks) and self.toks[at] == "else":
            follows_if = at + 1 < len(self.toks) and self.toks[at + 1] == "if"
            return self.statement(at + 1, depth) if follows_if else self.inner(at + 1, depth)
        return at

    def block(self, at, depth):
        end = after_group(self.toks, at)
        at += 1
        while at < end - 1:
            at = self.statement(at, depth)
        return end

    def expression(self, at, depth):
        while at < len(self.toks) and self.toks[at] not in (";", "}"):
            at = self.block(at, depth) if self.toks[at] == "{" else at + 1
        return at + 1


def nesting(toks):
    return Nesting(toks).deepest


def parameters(signature):
    """How many parameters stand in a signature like "(int a, std::map<int, int> b) const"."""
    toks = tokens(signature)
    toks = toks[1 : after_group(toks, 0) - 1] if toks and toks[0] == "(" else []
    if not toks or toks == ["void"]:
        return 0
    count, depth = 1, 0
    for tok in toks:
        depth += (tok in ("(", "[", "{", "<")) - (tok in (")", "]", "}", ">"))
        count += tok == "," and depth == 0
    return count
