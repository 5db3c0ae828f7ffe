// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/dialogs/rankpopover.h"

#include "ui/widgets/textlabel.h"

#include <QGridLayout>
#include <QVBoxLayout>

#include <cmath>

namespace ui {
namespace {

void addRow(QGridLayout &rows, const QString &name, const QString &value, QFont::Weight weight = QFont::Normal)
{
    auto *left = new TextLabel(Type::Body, weight == QFont::Normal ? Tone::Muted : Tone::Plain, weight);
    auto *right = new TextLabel(Type::Body, Tone::Plain, weight);
    left->setText(name);
    right->setText(value);
    right->setAlignment(Qt::AlignRight);
    const int row = rows.rowCount();
    rows.addWidget(left, row, 0);
    rows.addWidget(right, row, 1);
}

QString inFull(const Format &format, double major, std::optional<support::Currency> currency)
{
    if (!currency)
        return format.locale().toString(major, 'f', 2);
    return format.amountInFull({std::llround(major * std::pow(10, currency->exponent())), *currency});
}

} // namespace

RankPopover::RankPopover(const Format &format, const workbench::Flag &flag, std::optional<support::Currency> currency,
                         QWidget *page)
    : Popover(page)
{
    setTitle(tr("Why it stands here"));
    setFocusPolicy(Qt::StrongFocus);
    const QLocale &locale = format.locale();
    // With digits enough for the rank to be worked out again from what stands above it.
    const auto factor = [&](double value) { return QStringLiteral("× %1").arg(locale.toString(value, 'g', 8)); };
    auto *rows = new QGridLayout;
    rows->setColumnStretch(0, 1);
    rows->setVerticalSpacing(4);
    addRow(*rows, tr("Money at stake"), inFull(format, flag.money, flag.moneyCurrency ? flag.moneyCurrency : currency));
    addRow(*rows, tr("Urgency"), factor(flag.urgency));
    addRow(*rows, tr("Actionability"), factor(flag.actionability));
    addRow(*rows, tr("Rank"), QStringLiteral("= %1").arg(locale.toString(flag.rank, 'f', 0)), QFont::DemiBold);
    content()->addLayout(rows);
    if (flag.moneyCurrency) {
        auto *note = new TextLabel(Type::Small, Tone::Muted);
        note->setText(
            tr("This deal is in another currency, and there are no rates: it counts as many times the usual amount as it "
               "has in its own currency."));
        note->setWordWrap(true);
        content()->addWidget(note);
    }
    auto *source = new TextLabel(Type::Small, Tone::Muted);
    source->setText(tr("Rule “%1”, version %2").arg(format.label(flag.name)).arg(flag.version));
    source->setWordWrap(true);
    content()->addWidget(source);
    setHint(tr("The day's list shows the highest ranks first · Esc closes"));
}

} // namespace ui
