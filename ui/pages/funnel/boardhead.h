// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/format.h"

#include "workbench/stageboard.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLineEdit;

namespace ui {

class TextLabel;

/// What the board is asked for: which pipeline, which deals by name, in which order.
class BoardHead final : public QWidget {
    Q_OBJECT
public:
    explicit BoardHead(QWidget *parent = nullptr);

    void setBoard(const workbench::StageBoardView &view, const Format &format);
    void retranslate();
    /// Nothing is asked for any more, as in another workspace.
    void reset();

    [[nodiscard]] std::optional<domain::PipelineId> pipeline() const;
    [[nodiscard]] workbench::CardOrder order() const;
    [[nodiscard]] QString text() const;
    [[nodiscard]] QLineEdit *field() const { return m_text; }

Q_SIGNALS:
    void changed();
    /// From the field to the cards.
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QComboBox *m_pipeline;
    QLineEdit *m_text;
    TextLabel *m_orderName;
    QComboBox *m_order;
    TextLabel *m_note;
    QTimer m_pause; ///< between the last key and the question
    bool m_chosen = false;
};

} // namespace ui
