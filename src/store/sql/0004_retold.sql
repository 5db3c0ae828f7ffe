-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: Plumbline contributors
-- What a batch told that was there already, as ranges of the facts' numbers: a fact counts as long as one batch that told it does.

CREATE TABLE retold (
    batch INTEGER NOT NULL REFERENCES batch (id),
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (batch, first)
) STRICT, WITHOUT ROWID;
