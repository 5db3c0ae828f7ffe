// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/models/fuzzy.h"

#include <algorithm>

namespace ui {

namespace {

constexpr int pieceBase = 1'000;
constexpr int wordStartBonus = 500;
constexpr int scatteredBase = 400;
constexpr int gapCost = 20;

bool startsWord(const QString &text, qsizetype at)
{
    return at == 0 || !text[at - 1].isLetterOrNumber();
}

std::optional<int> asPiece(const QString &word, const QString &text)
{
    const qsizetype first = text.indexOf(word, 0, Qt::CaseInsensitive);
    if (first < 0)
        return std::nullopt;
    qsizetype at = first;
    while (at >= 0 && !startsWord(text, at))
        at = text.indexOf(word, at + 1, Qt::CaseInsensitive);
    const qsizetype place = at >= 0 ? at : first;
    return pieceBase + (at >= 0 ? wordStartBonus : 0) - static_cast<int>(std::min<qsizetype>(place, 100));
}

std::optional<int> scattered(const QString &word, const QString &text)
{
    int score = scatteredBase;
    qsizetype at = -1;
    for (const QChar letter : word) {
        const qsizetype next = text.indexOf(letter, at + 1, Qt::CaseInsensitive);
        if (next < 0)
            return std::nullopt;
        if (next != at + 1 && !startsWord(text, next))
            score -= gapCost;
        at = next;
    }
    return std::max(score, 1);
}

} // namespace

std::optional<int> likeness(const QString &pattern, const QString &text)
{
    int sum = 0;
    for (const QString &word : pattern.split(QChar(u' '), Qt::SkipEmptyParts)) {
        std::optional<int> score = asPiece(word, text);
        if (!score)
            score = scattered(word, text);
        if (!score)
            return std::nullopt;
        sum += *score;
    }
    return sum;
}

std::optional<int> likeness(const QString &pattern, const QStringList &texts)
{
    std::optional<int> best;
    for (const QString &text : texts)
        best = std::max(best, likeness(pattern, text));
    return best;
}

} // namespace ui
