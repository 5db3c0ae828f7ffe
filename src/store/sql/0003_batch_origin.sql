-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: Plumbline contributors
-- What is told of an import when somebody asks later: how many rows its files had, and which person brought them.

ALTER TABLE batch ADD COLUMN rows INTEGER; -- NULL: nobody counted
ALTER TABLE batch ADD COLUMN actor TEXT;   -- a person's id; NULL: nobody in particular
