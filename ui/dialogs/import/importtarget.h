// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/session.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace ui {

class TextLabel;

/// Which workspace an import goes to, by name and file, on every page of it; of a sample that it is one, and always a way to a
/// workspace of its own, or to another name and place of one that was made for it.
class ImportTarget final : public QFrame {
    Q_OBJECT
public:
    /// `fresh`: the workspace was made for this import.
    ImportTarget(const Session &session, bool fresh, QWidget *parent);

    [[nodiscard]] bool isSample() const { return m_sample; }
    /// Whether another workspace may still be chosen.
    void setOpen(bool open);

Q_SIGNALS:
    void elsewhereRequested();
    void placeRequested(); ///< the workspace that was made for this import shall have another name or place

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void drawIcon();

    bool m_sample;
    QLabel *m_icon;
    TextLabel *m_file;
    QPushButton *m_elsewhere;
};

} // namespace ui
