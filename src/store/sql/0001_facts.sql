-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: Plumbline contributors
-- Facts as they arrived, and who they are. Times are microseconds since 1970-01-01T00:00:00Z.

CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Every id and name as a number, dense from 1; kind is domain::SymbolKind.
CREATE TABLE symbol (
    key INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (text, kind)
) STRICT;

-- What was written together. Its facts are the numbers first_number to last_number; a gap among them is a fact that was
-- refused at the end because what it refers to never came.
CREATE TABLE batch (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('import', 'edit', 'sample')),
    label TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    first_number INTEGER NOT NULL,
    last_number INTEGER NOT NULL,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    unchanged INTEGER NOT NULL,
    refused INTEGER NOT NULL,
    withdrawn_at INTEGER
) STRICT;

-- domain::FactRow: the numbers that the engine computes with, in the order of arrival.
CREATE TABLE fact (
    number INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL,
    subject INTEGER NOT NULL,
    object INTEGER NOT NULL,
    a INTEGER NOT NULL,
    b INTEGER NOT NULL,
    c INTEGER NOT NULL,
    d INTEGER NOT NULL,
    value INTEGER NOT NULL,
    occurred_at INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL
) STRICT;

-- The whole fact as domain::canonicalBytes; seal is a hash of the bytes and of both times, so that a flipped bit shows.
CREATE TABLE fact_body (
    number INTEGER PRIMARY KEY REFERENCES fact (number),
    type INTEGER NOT NULL,
    seal INTEGER NOT NULL,
    body BLOB NOT NULL
) STRICT;

-- The first fact of every identity, under the hash of domain::identityBytes. Two identities with one hash stand at the
-- next free hash after it; number 0 keeps such a row of neighbours together where one has gone.
CREATE TABLE identity (
    hash INTEGER PRIMARY KEY,
    number INTEGER NOT NULL
) STRICT;

-- Where one identity has had more than one fact: all that are left, head being the number in `identity`. A version holds until the
-- recorded time of the next (the greatest integer: there is none); without `until` it was withdrawn and holds never.
CREATE TABLE version (
    number INTEGER PRIMARY KEY REFERENCES fact (number),
    head INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    seal INTEGER NOT NULL,
    until INTEGER
) STRICT;
CREATE INDEX version_order ON version (head, recorded_at, number);
CREATE INDEX version_content ON version (head, seal);

-- Derived: what exists, by symbol, with the number of the fact that describes it now and the name that people know it by.
CREATE TABLE thing (
    key INTEGER PRIMARY KEY REFERENCES symbol (key),
    number INTEGER NOT NULL REFERENCES fact (number),
    name TEXT
) STRICT;

-- Facts that no server has acknowledged yet, as ranges of numbers.
CREATE TABLE outbox (
    first INTEGER PRIMARY KEY,
    last INTEGER NOT NULL
) STRICT;
