// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/widgets/popover.h"

class QLineEdit;

namespace ui {

/// One line that has to be filled in.
class NamePopover final : public Popover {
    Q_OBJECT
public:
    NamePopover(const QString &title, const QString &name, QWidget *page);

    [[nodiscard]] QString name() const;

protected:
    void begin() override;
    [[nodiscard]] bool complete() const override { return !name().isEmpty(); }

private:
    QLineEdit *m_name;
};

} // namespace ui
