-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: Plumbline contributors
-- Of older imports nobody noted where they came from.

CREATE TEMP VIEW batch AS
    SELECT id, kind, label, started_at, first_number, last_number, created, updated, unchanged, refused, withdrawn_at,
        NULL AS rows, NULL AS actor
    FROM main.batch;
