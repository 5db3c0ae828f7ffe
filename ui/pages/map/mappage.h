// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/pages/page.h"

namespace ui {

/// All open deals by their health and the days to their close.
class MapPage final : public Page {
    Q_OBJECT
public:
    explicit MapPage(const PageContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    void retranslate() override;
    void activate() override;
};

} // namespace ui
