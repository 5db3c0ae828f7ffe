// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/actions/actionset.h"
#include "ui/models/format.h"
#include "ui/models/linemodel.h"

#include "workbench/battlemap.h"

#include <QWidget>

#include <optional>
#include <vector>

class QListView;
class QPushButton;

namespace ui {

class TextLabel;

/// Beside the map: what is chosen on it, or else all that it shows, as a sum and as a list, with what can be done about it.
class MapSide final : public QWidget {
    Q_OBJECT
public:
    explicit MapSide(ActionSet &actions, QWidget *parent = nullptr);

    void retranslate(const Format &format);
    /// What the list is about: `chosen` or all that is shown, with their sum; `beside` are without an expected day.
    void setSum(bool chosen, const workbench::MapSum &sum, std::size_t beside);
    /// The first of the list, a row each, of `total`. What was current stays current where it is still listed.
    void setDeals(const std::vector<workbench::DealSummary> &deals, std::size_t total);
    /// Makes a row current; none: no row is.
    void setCurrent(std::optional<int> row);
    /// Why nothing can be done about what is chosen; empty where it can.
    void setClosed(const QString &why);

    [[nodiscard]] QListView *list() const { return m_list; }
    [[nodiscard]] QPushButton *assignButton() const { return m_assign; }
    /// The row that is current.
    [[nodiscard]] std::optional<int> current() const;

Q_SIGNALS:
    void currentChanged();
    void opened();
    void moreWanted();
    void withoutDaysWanted();

private:
    void layOut();
    void listen();
    void say();

    Format m_format;
    LineModel m_model;
    TextLabel *m_title;
    TextLabel *m_money;
    TextLabel *m_closed;
    QPushButton *m_beside;
    QPushButton *m_assign;
    QPushButton *m_handOver;
    QPushButton *m_copy;
    QListView *m_list;
    TextLabel *m_more;
    bool m_chosen = false;
    workbench::MapSum m_sum;
    std::size_t m_without = 0;
    std::size_t m_listed = 0;
    std::size_t m_total = 0;
};

} // namespace ui
