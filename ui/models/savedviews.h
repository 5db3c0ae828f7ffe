// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/viewaddress.h"

#include "support/error.h"

#include <QString>

#include <vector>

namespace ui {

/// A view with a name: kept between starts for one workspace, and given to others as a small file.
struct SavedView {
    QString name;
    ViewAddress address;

    friend bool operator==(const SavedView &, const SavedView &) = default;
};

/// The file that holds a view: {"plumbline_view": 1, "name": …, "address": …} in UTF-8.
[[nodiscard]] QByteArray viewFile(const SavedView &view);
/// What `bytes` of a view file hold; otherwise a view without a name, and what is wrong.
struct ReadView {
    std::optional<SavedView> view;
    BadAddress wrong = {};
};
[[nodiscard]] ReadView readViewFile(const QByteArray &bytes);

/// `views` with `view`, in place of one of the same name, by name.
[[nodiscard]] std::vector<SavedView> withView(std::vector<SavedView> views, const SavedView &view);
[[nodiscard]] std::vector<SavedView> withoutView(std::vector<SavedView> views, const QString &name);

} // namespace ui
