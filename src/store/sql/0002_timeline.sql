-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: Plumbline contributors
-- Everything about one deal or one customer without passing over all facts, and the few facts that describe the organisation.

CREATE INDEX fact_subject ON fact (subject) WHERE subject <> 0;

-- domain::RowKind: an activity (20) that names no deal stands under its customer; Other (0) is teams, people, targets.
CREATE INDEX fact_customer ON fact (object) WHERE subject = 0 AND kind = 20;
CREATE INDEX fact_organisation ON fact (number) WHERE kind = 0;
