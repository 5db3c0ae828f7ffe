// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/pages/page.h"

namespace ui {

/// The stages of a pipeline with the deals that stand in them, and how deals come through.
class FunnelPage final : public Page {
    Q_OBJECT
public:
    explicit FunnelPage(const PageContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    void retranslate() override;
    void activate() override;
};

} // namespace ui
