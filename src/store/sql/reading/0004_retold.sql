-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: Plumbline contributors
-- Of older imports nobody noted what they told again.

CREATE TEMP VIEW retold AS SELECT 0 AS batch, 0 AS first, 0 AS last WHERE 0;
