// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/pages/dealfigures.h"

#include "ui/models/dealwords.h"

#include <QCoreApplication>

namespace ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(DealFigures)
};

QString dash()
{
    return QStringLiteral("—");
}

} // namespace

Figure amountFigure(const workbench::DealSummary &deal, const Format &format)
{
    Figure figure{.name = Words::tr("Amount"), .value = dash()};
    if (deal.amount) {
        figure.value = format.amount(*deal.amount);
        figure.number = domain::Measure::Amount;
        figure.toolTip = format.amountInFull(*deal.amount);
    }
    figure.note = deal.status == workbench::DealStatus::Open ? QString() : word(deal.status);
    figure.noteTone = deal.status == workbench::DealStatus::Won ? Tone::Good : Tone::Bad;
    return figure;
}

Figure healthFigure(const workbench::DealSummary &deal, const Format &format)
{
    Figure figure{.name = Words::tr("Health"), .value = dash()};
    if (deal.shownHealth) {
        figure.value = format.count(*deal.shownHealth);
        figure.number = domain::Measure::Health;
        figure.tone = deal.red ? Tone::Bad : Tone::Good;
        figure.note = word(deal.quadrant);
        figure.toolTip = advice(deal.quadrant);
        if (deal.shownHealth != deal.health)
            figure.toolTip += Words::tr("\nThe sum of its terms is %1.").arg(format.signedCount(*deal.health));
    } else if (deal.health) {
        figure.note = Words::tr("not recorded");
        figure.toolTip = Words::tr("Nobody records here what the health is made of.");
    }
    return figure;
}

QString daysFrom(workbench::DaysFrom from)
{
    switch (from) {
    case workbench::DaysFrom::History: return Words::tr("From the history of won deals");
    case workbench::DaysFrom::Age:
        return Words::tr("No won deal was in this stage for so long: as long again as it has been there");
    case workbench::DaysFrom::Playbook: return Words::tr("From the playbook: the history is too thin");
    }
    return {};
}

Figure closeFigure(const workbench::DealSummary &deal, const Format &format)
{
    Figure figure{.name = Words::tr("Expected to close in"), .value = dash()};
    if (deal.daysToClose) {
        figure.value = format.days(*deal.daysToClose);
        figure.number = domain::Measure::DaysToClose;
        figure.toolTip = daysFrom(deal.daysFrom);
    }
    if (!deal.closeDate)
        return figure;
    const bool passed = format.shown() && *deal.closeDate < *format.shown();
    figure.note =
        (passed ? Words::tr("rep said %1, which has passed") : Words::tr("rep says %1")).arg(format.shortDate(*deal.closeDate));
    if (passed)
        figure.noteTone = Tone::Bad;
    return figure;
}

Figure stageFigure(const workbench::DealSummary &deal, const Format &format)
{
    Figure figure{.name = Words::tr("Claimed stage"), .value = format.label(deal.stage)};
    if (deal.stageId.empty()) {
        figure.value = Words::tr("Not known", "stage");
        return figure;
    }
    figure.number = domain::Measure::DaysInStage;
    figure.toolTip = Words::tr("%1 in this stage").arg(format.days(deal.daysInStage));
    if (!deal.stageKnown) {
        figure.note = Words::tr("not in the playbook");
        figure.noteTone = Tone::Bad;
    } else if (deal.provenGap > 0) {
        figure.note = Words::tr("proven: %1").arg(format.label(deal.provenStage));
        figure.noteTone = Tone::Bad;
    } else {
        figure.note = Words::tr("proven");
        figure.noteTone = Tone::Good;
    }
    return figure;
}

} // namespace ui
