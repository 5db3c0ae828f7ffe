# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Plumbline contributors
"""Files: a licence in each, nothing at the top but what belongs there, nothing unfinished, the two commands in the README."""

import fnmatch
import re
import unittest

import tree

TOP = {
    *("CMakeLists.txt", "CMakePresets.json", "README.md", "LICENSE"),
    *("app", "src", "ui", "resources", "translations", "tests", "packaging"),
    *(".clang-format", ".clang-tidy", ".editorconfig", ".gitignore", ".ci"),
}
LICENSED = (
    *(*tree.CODE, ".py", ".cmake", ".sql", ".sh", ".qss", ".desktop", ".1", ".5", ".md", ".svg", ".qrc", ".xml"),
    *(".clang-format", ".clang-tidy", ".editorconfig", ".gitignore", "CMakeLists.txt"),
)
LICENCE = ("SPDX-License-Identifier: GPL-3.0-or-later", "SPDX-FileCopyrightText: Plumbline contributors")
# What says of every file that bears no licence of its own under which it is (DEP-5).
COPYRIGHT = "packaging/linux/copyright"
COMMANDS = ("packaging/dev run", "packaging/dev test")
README_LINES = 150
FOLDER_README_LINES = 10
# Written in two halves, so that this file does not find itself.
UNFINISHED = re.compile(r"\b(" + "TO" + "DO|FIX" + r"ME)\b")
BANNER = re.compile(r"^\s*(//|#|--)\s*([-=*#/~])\2{3,}", re.M)
WORDED = (*tree.CODE, ".py", ".cmake", ".sql", ".sh", ".md", ".ui", ".json", "CMakeLists.txt", "packaging/dev", ".ci/run")


def top_faults(of):
    return [f"{top}: does not belong at the top of the tree" for top in sorted({p.split("/")[0] for p in of.paths} - TOP)]


def is_script(of, path):
    return "." not in path.rsplit("/", 1)[-1] and of.text(path).startswith("#!")


def licence_faults(of):
    for path in of.paths:
        if path.startswith("tests/data/") or not (path.endswith(LICENSED) or is_script(of, path)):
            continue
        head = [line for line in of.lines(path)[:4] if not line.startswith(("#!", "<?xml"))]
        if len(head) < 2 or any(words not in line for words, line in zip(LICENCE, head)):
            yield f"{path}: does not begin with the two SPDX lines"


def stanzas(text):
    """The paragraphs of a DEP-5 file as fields, continuation lines joined."""
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        joined = re.sub(r"\n[ \t]+", " ", paragraph)
        yield dict(line.split(":", 1) for line in joined.splitlines() if ":" in line)


def copyright_faults(of):
    if COPYRIGHT not in of.paths:
        yield f"{COPYRIGHT} is missing: it says under which licence the files are that cannot say it themselves"
        return
    parts = list(stanzas(of.text(COPYRIGHT)))
    texts = {part["License"].split()[0] for part in parts if "License" in part and "Files" not in part}
    covering = []
    for part in parts:
        if "Files" not in part:
            continue
        covering += part["Files"].split()
        name = part.get("License", "").strip()
        if not part.get("Copyright", "").strip() or name.split(" ")[0] not in texts:
            yield f"{COPYRIGHT}: {part['Files'].strip()} has no holder, or a licence whose text is not there"
    for path in of.paths:
        if not any(fnmatch.fnmatchcase(path, pattern) for pattern in covering):
            yield f"{path}: no licence: neither its own lines nor {COPYRIGHT} says it"


def word_faults(of):
    for path in of.paths:
        if path.startswith("tests/data/") or not path.endswith(WORDED):
            continue
        text = of.text(path)
        if UNFINISHED.search(text):
            yield f"{path}: says that it is unfinished"
        if not path.endswith(".md") and BANNER.search(text):
            yield f"{path}: has a banner comment"


def readme_faults(of):
    if "README.md" not in of.paths:
        yield "README.md is missing"
    else:
        text = of.text("README.md")
        yield from (f"README.md does not name {command}" for command in COMMANDS if command not in text)
        if text.count("\n") > README_LINES:
            yield f"README.md has more than {README_LINES} lines"
        pictures = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", text)
        yield from (f"README.md shows {picture}, which is not there" for picture in pictures if picture not in of.paths)


def folder_readme_faults(of):
    for folder in sorted({"/".join(p.split("/")[:2]) for p in of.under("src") if p.count("/") > 1}):
        readme = folder + "/README.md"
        if readme not in of.paths:
            yield f"{folder} has no README.md"
        elif len([line for line in of.lines(readme) if "SPDX-" not in line]) > FOLDER_README_LINES:
            yield f"{readme} has more than {FOLDER_README_LINES} lines"


def translation_faults(of):
    for path in of.under("translations", suffixes=(".ts",)):
        text = of.text(path)
        if "zh" in path and 'type="unfinished"' in text:
            yield f"{path}: {text.count(chr(34) + 'unfinished' + chr(34))} texts are not translated"
        if 'type="vanished"' in text or 'type="obsolete"' in text:
            yield f"{path}: keeps texts that the program has no more"


def faults(of):
    return [
        *top_faults(of),
        *licence_faults(of),
        *copyright_faults(of),
        *word_faults(of),
        *readme_faults(of),
        *folder_readme_faults(of),
        *translation_faults(of),
    ]


MARKED = "<!-- SPDX-License-Identifier: GPL-3.0-or-later -->\n<!-- SPDX-FileCopyrightText: Plumbline contributors -->\n"
GOOD_README = MARKED + "# Plumbline\npackaging/dev run\npackaging/dev test\n"
GOOD_COPYRIGHT = "Format: x\n\nFiles: *\nCopyright: 2026 us\nLicense: GPL-3.0-or-later\n\nLicense: GPL-3.0-or-later\n the text\n"
GOOD_HEAD = "// SPDX-License-Identifier: GPL-3.0-or-later\n// SPDX-FileCopyrightText: Plumbline contributors\n"


class Files(unittest.TestCase):
    def test_this_tree_is_in_order(self):
        tree.expect_none(self, faults(tree.here()))

    def found(self, files):
        with tree.planted({"README.md": GOOD_README, COPYRIGHT: GOOD_COPYRIGHT, **files}) as small:
            return faults(small)

    def finds(self, files, words):
        found = self.found(files)
        self.assertEqual(len(found), 1, tree.listed(found))
        self.assertIn(words, found[0])

    def test_lets_a_tree_in_order_pass(self):
        script = "#!/bin/sh\n" + GOOD_HEAD.replace("//", "#")
        files = {"src/support/x.cpp": GOOD_HEAD, "src/support/README.md": MARKED + "# support\n" * 10, "packaging/dev": script,
                 "resources/icons/a.svg": MARKED + "<svg/>\n", "ui/ui.qrc": '<?xml version="1.0"?>\n' + MARKED + "<RCC/>\n"}
        self.assertEqual(self.found(files), [])

    def test_finds_a_stranger_at_the_top(self):
        self.finds({"notes.txt": ""}, "does not belong at the top")
        self.finds({"doc/plan.md": MARKED}, "does not belong at the top")

    def test_finds_a_file_without_a_licence(self):
        self.finds({"app/plumb/main.cpp": "int main() {}\n"}, "SPDX")
        self.finds({"app/plumb/main.cpp": "// one\n" + GOOD_HEAD}, "SPDX")
        self.finds({"packaging/dev": "#!/bin/sh\nexit\n"}, "SPDX")
        self.finds({"resources/icons/a.svg": "<svg/>\n"}, "resources/icons/a.svg: does not begin with the two SPDX lines")
        self.finds({"resources/profiles/README.md": "# profiles\n"}, "SPDX")
        self.finds({"app/CMakeLists.txt": "# SPDX-License-Identifier: GPL-3.0-or-later\nproject(x)\n"}, "SPDX")

    def test_finds_a_file_that_nobody_licensed(self):
        with tree.planted({"README.md": GOOD_README}) as bare:
            self.assertIn("copyright is missing", faults(bare)[0])
        narrow = GOOD_COPYRIGHT.replace("Files: *", "Files: README.md packaging/* resources/*.json")
        self.finds({COPYRIGHT: narrow, "resources/icons/a.svg": MARKED + "<svg/>"}, "resources/icons/a.svg: no licence")
        self.assertEqual(self.found({COPYRIGHT: narrow, "resources/playbooks/default.json": "{}"}), [])
        self.finds({COPYRIGHT: GOOD_COPYRIGHT.replace("License: GPL", "License: MIT", 1)}, "whose text is not there")

    def test_finds_what_is_unfinished(self):
        self.finds({"app/plumb/main.cpp": GOOD_HEAD + "// TO" + "DO later\n"}, "unfinished")
        self.finds({"app/plumb/main.cpp": GOOD_HEAD + "int x; // FIX" + "ME\n"}, "unfinished")

    def test_finds_a_banner(self):
        self.finds({"app/plumb/main.cpp": GOOD_HEAD + "// ------ parts ------\n"}, "banner")

    def test_finds_a_readme_that_is_missing_long_or_without_its_commands(self):
        self.finds({"README.md": MARKED + "packaging/dev run\n"}, "does not name packaging/dev test")
        self.finds({"README.md": GOOD_README + "\n" * 148}, "more than 150")
        self.finds({"README.md": GOOD_README + "![Today](packaging/screenshots/today.png)\n"}, "not there")
        with tree.planted({COPYRIGHT: GOOD_COPYRIGHT}) as empty:
            self.assertEqual(faults(empty), ["README.md is missing"])

    def test_finds_a_folder_without_a_short_readme(self):
        self.finds({"src/support/x.cpp": GOOD_HEAD}, "src/support has no README.md")
        self.finds({"src/support/README.md": MARKED + "\n" * 11}, "more than 10")

    def test_finds_texts_without_a_translation(self):
        chinese = "translations/plumbline_zh_CN.ts"
        self.finds({chinese: '<translation type="unfinished"></translation>'}, "1 texts are not translated")
        self.finds({chinese: '<translation type="vanished">x</translation>'}, "has no more")


if __name__ == "__main__":
    unittest.main()
