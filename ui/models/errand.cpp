// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/models/errand.h"

namespace ui {

void Mailbox::post(std::function<void()> letter)
{
    const std::scoped_lock lock(m_mutex);
    if (m_owner != nullptr)
        QMetaObject::invokeMethod(m_owner, std::move(letter), Qt::QueuedConnection);
}

void Mailbox::close()
{
    const std::scoped_lock lock(m_mutex);
    m_owner = nullptr;
}

Errand::Errand(QThreadPool &pool, QObject *parent) : QObject(parent), m_pool(pool), m_mailbox(std::make_shared<Mailbox>(this)) {}

Errand::~Errand()
{
    m_stop.request_stop();
    m_mailbox->close();
}

void Errand::stop()
{
    m_stop.request_stop();
    setAsking(false);
}

void Errand::setAsking(bool asking)
{
    if (std::exchange(m_asking, asking) != asking)
        Q_EMIT askingChanged();
}

} // namespace ui
