// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/models/chancewords.h"

#include <QCoreApplication>

namespace ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Chance)
};

constexpr double least = 0.001;

/// A difference of shares with its sign: "+12 points".
QString points(const Format &format, double difference)
{
    return Words::tr("%1 points").arg(format.signedCount(qRound64(difference * 100)));
}

} // namespace

QString chanceText(const Format &format, double chance)
{
    const auto percent = [&](double share) { return format.locale().toString(share * 100, 'f', 1) + format.locale().percent(); };
    if (chance < least)
        return Words::tr("under %1").arg(percent(least));
    return chance < 0.1 ? percent(chance) : format.percent(chance);
}

QString daysFigure(const Format &format, double days)
{
    return format.locale().toString(days, 'f', days < 9.95 ? 1 : 0);
}

QString differenceText(const Format &format, workbench::FunnelFigure figure, const workbench::FigureDifference &difference)
{
    QStringList lines;
    if (figure == workbench::FunnelFigure::Dwell) {
        const auto rate = [&](double ratio) { return format.locale().toString(ratio, 'f', 2); };
        lines.append(Words::tr("Deals leave %1 and %2 times as fast as both together (log-rank test)")
                         .arg(rate(difference.first), rate(difference.second)));
    } else {
        const QString shares =
            difference.withinDays
                ? Words::tr("%1 against %2 within %3, for which both were watched")
                      .arg(format.percent(difference.first), format.percent(difference.second),
                           format.days(*difference.withinDays))
                : Words::tr("%1 against %2").arg(format.percent(difference.first), format.percent(difference.second));
        lines.append(shares);
    }
    if (difference.interval)
        lines.append(Words::tr("95 % interval of the difference: %1 to %2")
                         .arg(points(format, difference.interval->at(0)), points(format, difference.interval->at(1))));
    lines.append(
        difference.told
            ? Words::tr("More than chance: %1, corrected for all that is compared here")
                  .arg(chanceText(format, difference.chance))
            : Words::tr("May be chance: %1, corrected for all that is compared here").arg(chanceText(format, difference.chance)));
    return lines.join(QChar(u'\n'));
}

QString groundText(const Format &format, const workbench::Ground &ground)
{
    const QString data = Words::tr("Data as of %1").arg(format.dateTime(ground.dataTime));
    const QString correction = ground.lastCorrection
                                   ? Words::tr("last manual correction %1").arg(format.dateTime(*ground.lastCorrection))
                                   : Words::tr("no manual correction");
    return QStringLiteral("%1  ·  %2  ·  %3").arg(data, correction, Words::tr("playbook version %1").arg(ground.playbookVersion));
}

} // namespace ui
