// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/models/mapwords.h"

#include "ui/models/dealwords.h"

#include <QCoreApplication>

#include <array>

namespace ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::MapWords)
};

} // namespace

QString word(workbench::MapBy by)
{
    switch (by) {
    case workbench::MapBy::Region: return Words::tr("Region");
    case workbench::MapBy::Rep: return Words::tr("Rep");
    case workbench::MapBy::Stage: return Words::tr("Stage");
    case workbench::MapBy::Flag: return Words::tr("Gravest flag");
    }
    return {};
}

QString nameOf(const Format &format, workbench::MapBy by, const workbench::MapName &name)
{
    if (!name.id.empty())
        return format.label(name.name);
    switch (by) {
    case workbench::MapBy::Region: return Words::tr("No region");
    case workbench::MapBy::Rep: return Words::tr("Nobody");
    case workbench::MapBy::Stage: return Words::tr("Unknown stage");
    case workbench::MapBy::Flag: return Words::tr("No flag");
    }
    return {};
}

QString sumText(const Format &format, const std::vector<support::Money> &sums)
{
    QStringList parts;
    for (const support::Money &sum : sums)
        parts.append(format.amount(sum));
    return parts.isEmpty() ? QStringLiteral("–") : parts.join(QStringLiteral(" + "));
}

QString moneyText(const Format &format, const workbench::MapSum &sum)
{
    return Words::tr("%1 claimed, %2 proven").arg(sumText(format, sum.claimed), sumText(format, sum.proven));
}

QStringList dealLines(const Format &format, const workbench::BattleMap &map, std::size_t place)
{
    QStringList lines;
    if (map.currency[place] != workbench::BattleMap::noCurrency)
        lines.append(format.amount({map.amount[place], map.currencies[map.currency[place]]}));
    if (map.judgesHealth)
        lines.append(Words::tr("Health %1").arg(format.count(map.health[place])));
    lines.append(place < map.placed ? Words::tr("%1 to the close").arg(format.days(static_cast<double>(map.days[place])))
                                    : Words::tr("No expected day"));
    for (const workbench::MapBy by :
         {workbench::MapBy::Stage, workbench::MapBy::Rep, workbench::MapBy::Region, workbench::MapBy::Flag})
        lines.append(nameOf(format, by, map.name(by)[map.code(by)[place]]));
    return lines;
}

QString mapInWords(const Format &format, const workbench::MapTally &tally)
{
    constexpr std::array order{domain::Quadrant::LowShort, domain::Quadrant::LowLong, domain::Quadrant::HighShort,
                               domain::Quadrant::HighLong};
    QStringList parts;
    for (const domain::Quadrant quadrant : order) {
        const workbench::MapSum &sum = tally.of(quadrant);
        parts.append(Words::tr("%1: %n deal(s), %2. %3.", nullptr, static_cast<int>(sum.deals))
                         .arg(word(quadrant), moneyText(format, sum), advice(quadrant)));
    }
    if (tally.withoutDays.deals > 0)
        parts.append(Words::tr("%n deal(s) without an expected day.", nullptr, static_cast<int>(tally.withoutDays.deals)));
    return parts.join(QChar(u' '));
}

QString dealLine(const workbench::DealSummary &deal)
{
    return deal.customer.empty() ? qstring(deal.name) : qstring(deal.customer) + QStringLiteral(" · ") + shortName(deal);
}

QString dealTable(const Format &format, const std::vector<workbench::DealSummary> &deals)
{
    const QStringList heading{Words::tr("Customer"), Words::tr("Deal"), Words::tr("Rep"),    Words::tr("Stage"),
                              Words::tr("Health"),   Words::tr("Days"), Words::tr("Amount"), Words::tr("Currency")};
    QStringList lines{heading.join(u'\t')};
    for (const workbench::DealSummary &deal : deals) {
        const QStringList cells{qstring(deal.customer),
                                qstring(deal.name),
                                qstring(deal.owner),
                                format.label(deal.stage),
                                deal.shownHealth ? QString::number(*deal.shownHealth) : QString(),
                                deal.daysToClose ? QString::number(*deal.daysToClose, 'f', 0) : QString(),
                                deal.amount ? qstring(support::decimal(*deal.amount)) : QString(),
                                deal.amount ? qstring(deal.amount->currency.text()) : QString()};
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n');
}

QString caseText(const Format &format, const workbench::SimilarCase &similar)
{
    QStringList reasons;
    for (const std::string &code : similar.reasons)
        reasons.append(similarity(code));
    QStringList parts{reasons.join(Words::tr(", ", "between things of a list"))};
    if (similar.stallDays > 0)
        parts.append(Words::tr("%1 in “%2”").arg(format.days(similar.stallDays), format.label(similar.stallStage)));
    QStringList helped;
    for (const domain::Label &one : similar.helped)
        helped.append(format.label(one));
    if (!helped.isEmpty())
        parts.append(Words::tr("then came: %1").arg(helped.join(Words::tr(", ", "between things of a list"))));
    parts.removeAll(QString());
    return parts.join(Words::tr("; ", "between parts of a sentence"));
}

QString handOverText(const Format &format, const workbench::DealSummary &deal, const std::vector<workbench::SimilarCase> &cases)
{
    QStringList lines{Words::tr("Take over: %1").arg(dealLine(deal))};
    if (!cases.empty())
        lines.append(Words::tr("Similar cases:"));
    for (const workbench::SimilarCase &one : cases)
        lines.append(Words::tr("– %1 (%2): %3").arg(dealLine(one.deal), word(one.deal.status), caseText(format, one)));
    return lines.join(u'\n');
}

} // namespace ui
