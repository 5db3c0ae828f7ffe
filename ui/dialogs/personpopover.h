// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/widgets/popover.h"

#include "workbench/views.h"

#include <vector>

class QComboBox;

namespace ui {

/// One of the people who work here.
class PersonPopover final : public Popover {
    Q_OBJECT
public:
    PersonPopover(const QString &title, const std::vector<workbench::PersonView> &people, QWidget *page);

    [[nodiscard]] std::string person() const;
    [[nodiscard]] QString personName() const;

protected:
    void begin() override;
    [[nodiscard]] bool complete() const override { return !person().empty(); }

private:
    QComboBox *m_people;
};

} // namespace ui
