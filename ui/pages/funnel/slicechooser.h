// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/session.h"

#include "workbench/processviews.h"

#include <QWidget>

class QComboBox;

namespace ui {

class TextLabel;

/// What two slices stand side by side: by what deals are cut, and which two values of it. Quarters are of the time, all else of
/// the deals.
class SliceChooser final : public QWidget {
    Q_OBJECT
public:
    explicit SliceChooser(QWidget *parent = nullptr);

    void retranslate();
    /// What the deals are cut by; nothing is compared by `All`, unless it is quarters.
    [[nodiscard]] workbench::FunnelBy by() const;
    [[nodiscard]] bool isByQuarter() const;
    [[nodiscard]] bool isComparing() const { return isByQuarter() || by() != workbench::FunnelBy::All; }
    /// The slices that can be chosen from, the most deals first; what is chosen stays so where it is still there.
    void setChoices(const std::vector<workbench::SliceChoice> &choices);
    /// The quarters up to that of `today`.
    void setQuarters(const Format &format, support::Date today);
    /// The two sides, or one of all deals; a quarter takes the place of the period.
    [[nodiscard]] std::vector<workbench::FunnelSide> sides(const Days &period) const;
    [[nodiscard]] QStringList names() const;

Q_SIGNALS:
    void byChanged();
    void changed();

private:
    void offer(const std::vector<std::pair<QString, QString>> &values);

    QComboBox *m_by;
    QComboBox *m_first;
    TextLabel *m_against;
    QComboBox *m_second;
};

} // namespace ui
