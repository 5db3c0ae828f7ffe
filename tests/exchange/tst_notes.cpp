// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/notes.h"

#include <gtest/gtest.h>

using exchange::Notes;

TEST(Notes, BeyondTheFirstOfACodeAreCountedTogetherBySubject)
{
    Notes notes;
    for (std::size_t i = 0; i < Notes::kept + 7; ++i)
        notes.add("word_unknown", "outcome", std::to_string(i));
    notes.add("word_unknown", "outcome", "0");
    notes.add("creation_assumed", "2026-03-01");
    EXPECT_EQ(notes.counts().size(), Notes::kept + 2);
    EXPECT_EQ(notes.counts().at({"word_unknown", "outcome", Notes::more}), 7U);
    EXPECT_EQ(notes.counts().at({"word_unknown", "outcome", "0"}), 2U);
    EXPECT_EQ(notes.total("word_unknown"), Notes::kept + 8);
}
