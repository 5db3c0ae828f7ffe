// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/models/filepath.h"

#include <QFile>

namespace ui {

std::filesystem::path pathOf(const QString &file)
{
    return QFile::encodeName(file).toStdString();
}

QString freeFile(const QString &folder, const QString &name, QLatin1String suffix)
{
    QString file = folder + u'/' + name + suffix;
    for (int number = 2; QFile::exists(file); ++number)
        file = folder + u'/' + name + u'-' + QString::number(number) + suffix;
    return file;
}

} // namespace ui
