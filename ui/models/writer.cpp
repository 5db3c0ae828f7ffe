// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/models/writer.h"

namespace ui {

Writer::Writer(QObject *parent) : QObject(parent), m_mailbox(std::make_shared<Mailbox>(this))
{
    m_thread.setMaxThreadCount(1);
    m_thread.setExpiryTimeout(-1);
}

Writer::~Writer()
{
    m_mailbox->close();
    m_stop.request_stop();
    m_thread.waitForDone();
}

void Writer::begin(std::function<void()> work)
{
    ++m_waiting;
    Q_EMIT writingChanged();
    m_thread.start(std::move(work));
}

void Writer::end()
{
    --m_waiting;
    Q_EMIT writingChanged();
}

} // namespace ui
