// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/timelinemodel.h"

#include <QWidget>

#include <array>

class QLineEdit;
class QListView;
class QToolButton;

namespace ui {

class TextLabel;

/// The timeline with its filters and its search.
class TimelinePane final : public QWidget {
    Q_OBJECT
public:
    explicit TimelinePane(const Format &format, QWidget *parent = nullptr);

    void setPage(std::shared_ptr<const workbench::DealPage> page);
    void setFormat(const Format &format);
    void retranslate();
    /// Brings a record into sight, taking filters away that hide it; false when it is not in the timeline.
    bool reveal(std::uint32_t record);
    [[nodiscard]] const TimelineModel &model() const { return m_model; }

private:
    void filter();
    void showEmpty();

    TimelineModel m_model;
    std::array<QToolButton *, timelineKinds> m_kinds;
    QLineEdit *m_search;
    QListView *m_list;
    TextLabel *m_empty;
};

} // namespace ui
