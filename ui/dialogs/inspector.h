// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/linemodel.h"
#include "ui/models/numberlines.h"
#include "ui/widgets/popover.h"

class QComboBox;
class QScrollArea;

namespace ui {

class ContentList;
class TextLabel;

/// A number opened: what it is, what it is made of, and the records it rests on, each of which leads on. Where several numbers
/// stand beside one another it steps through them.
class Inspector final : public Popover {
    Q_OBJECT
public:
    explicit Inspector(QWidget *page);

    void setOpened(const Opened &opened);
    /// The numbers to step through, and which of them is shown.
    void setChoices(const QStringList &names, int current);
    [[nodiscard]] const LineModel &lines() const { return m_lines; }

Q_SIGNALS:
    /// Another of the numbers is wanted.
    void stepped(int choice);
    /// A record or a deal is wanted; the inspector is closed by then.
    void lineChosen(const std::string &id);

protected:
    void begin() override;

private:
    void layOut();
    void choose(const QModelIndex &index);

    QComboBox *m_choices;
    TextLabel *m_value;
    TextLabel *m_definition;
    LineModel m_lines;
    ContentList *m_list;
    QScrollArea *m_scroll;
};

} // namespace ui
