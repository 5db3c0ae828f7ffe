# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Plumbline contributors
"""Names: of folders, files, tests and migrations; and that whatever is there is built."""

import re
import unittest

import tree

REFUSED_FOLDERS = {"util", "utils", "common", "manager", "managers", "helper", "helpers", "misc"}
FILE_NAME = re.compile(r"^[a-z][a-z0-9]*\.(h|cpp)$")
TEST_NAME = re.compile(r"^(tst|fuzz|bench)_[a-z0-9]+\.cpp$")
MIGRATION = re.compile(r"^(\d{4})_[a-z0-9_]+\.sql$")
HAS_TESTS = re.compile(r"^(TEST|TEST_F|TEST_P|RC_GTEST_PROP|RC_GTEST_FIXTURE_PROP|QTEST_\w*MAIN)\s*\(", re.M)
WAITS = re.compile(r"\b(sleep_for|sleep_until|usleep|nanosleep|msleep|qSleep|qWait)\s*\(")


def base(path):
    return path.rsplit("/", 1)[-1]


def folder_faults(of):
    folders = {part for path in of.paths for part in path.split("/")[:-1]}
    return [f"a folder named {name} says nothing of what is in it" for name in sorted(folders & REFUSED_FOLDERS)]


def file_faults(of):
    for path in of.under("src", "ui", "app", suffixes=tree.CODE):
        if not FILE_NAME.match(base(path)):
            yield f"{path}: files are named in lower case, joined"


def test_faults(of):
    for path in of.under("tests", suffixes=(".cpp",)):
        text = of.text(path)
        if HAS_TESTS.search(text) and not base(path).startswith("tst_"):
            yield f"{path}: tests live in files named tst_<thing>.cpp"
        if base(path).startswith(("tst_", "fuzz_", "bench_")) and not TEST_NAME.match(base(path)):
            yield f"{path}: files are named in lower case, joined"
        if WAITS.search(text):
            yield f"{path}: a test waits for an event, not for a time"


def namespace_faults(of):
    for path in of.under("src", suffixes=(".h",)):
        folder = path.split("/")[1]
        if path.count("/") > 1 and not re.search(rf"^namespace {folder}\b", of.text(path), re.M):
            yield f"{path}: its namespace is its folder, {folder}"


def migration_faults(of):
    folders = {}
    for path in of.under("src", suffixes=(".sql",)):
        folders.setdefault(path.rsplit("/", 1)[0], []).append(base(path))
    for folder, names in sorted(folders.items()):
        numbers = [int(m[1]) for m in map(MIGRATION.match, sorted(names)) if m]
        yield from (f"{folder}/{name}: a migration is named NNNN_what.sql" for name in names if not MIGRATION.match(name))
        if numbers != list(range(1, len(numbers) + 1)):
            yield f"{folder}: its migrations are not numbered 1, 2, 3 … without gaps: {numbers}"


def unbuilt_faults(of):
    """A source that no CMakeLists.txt of its top folder names. Fuzzers and benchmarks are named without their prefix."""
    for top in ("src", "ui", "app", "tests"):
        lists = "\n".join(of.text(path) for path in of.under(top, suffixes=("CMakeLists.txt",)))
        for path in of.under(top, suffixes=(".cpp",)):
            stem = re.sub(r"^(fuzz|bench)_", "", base(path).removesuffix(".cpp"))
            if not re.search(rf"\b{stem}\b", lists):
                yield f"{path}: no CMakeLists.txt builds it"


def faults(of):
    return [
        *folder_faults(of),
        *file_faults(of),
        *test_faults(of),
        *namespace_faults(of),
        *migration_faults(of),
        *unbuilt_faults(of),
    ]


class Names(unittest.TestCase):
    def test_this_tree_is_named_well(self):
        tree.expect_none(self, faults(tree.here()))

    def finds(self, files, words):
        with tree.planted(files) as small:
            found = faults(small)
        self.assertEqual(len(found), 1, tree.listed(found))
        self.assertIn(words, found[0])

    def test_lets_good_names_pass(self):
        files = {
            "src/store/CMakeLists.txt": "add_library(store loadfacts.cpp)\n",
            "src/store/loadfacts.cpp": "",
            "src/store/loadfacts.h": "namespace store {\n}\n",
            "src/store/sql/0001_facts.sql": "",
            "src/store/sql/0002_imports.sql": "",
            "tests/store/CMakeLists.txt": "plumbline_add_tests(store SOURCES tst_loadfacts.cpp)\n",
            "tests/store/tst_loadfacts.cpp": "TEST(Load, Works)\n{\n}\n",
        }
        with tree.planted(files) as small:
            self.assertEqual(faults(small), [])

    def test_finds_a_folder_that_says_nothing(self):
        self.finds({"src/engine/util/README.md": ""}, "a folder named util")

    def test_finds_a_file_that_is_not_joined_in_lower_case(self):
        self.finds({"src/engine/Score.h": "namespace engine {\n}\n"}, "lower case")
        self.finds({"ui/deal_model.h": ""}, "lower case")

    def test_finds_tests_in_a_file_of_another_name(self):
        built = {"tests/engine/CMakeLists.txt": "score tst_score"}
        self.finds({"tests/engine/score.cpp": "TEST(Score, Sums)\n{\n}\n", **built}, "tst_<thing>.cpp")

    def test_finds_a_test_that_waits_for_a_time(self):
        built = {"tests/engine/CMakeLists.txt": "tst_score.cpp"}
        self.finds({"tests/engine/tst_score.cpp": "std::this_thread::sleep_for(1s);\n", **built}, "not for a time")

    def test_finds_a_header_outside_its_namespace(self):
        self.finds({"src/engine/score.h": "namespace domain {\n}\n"}, "its namespace is its folder")

    def test_finds_migrations_with_gaps_or_other_names(self):
        self.finds({"src/store/sql/0001_a.sql": "", "src/store/sql/0003_b.sql": ""}, "without gaps")
        self.finds({"src/store/sql/0001_a.sql": "", "src/store/sql/0001_b.sql": ""}, "without gaps")
        self.finds({"src/store/sql/first.sql": ""}, "NNNN_what.sql")

    def test_finds_a_source_that_is_not_built(self):
        files = {"src/engine/score.cpp": "", "src/engine/CMakeLists.txt": "add_library(engine)\n"}
        self.finds(files, "no CMakeLists.txt builds it")


if __name__ == "__main__":
    unittest.main()
