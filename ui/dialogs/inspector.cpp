// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/dialogs/inspector.h"

#include "ui/widgets/contentlist.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ui {
namespace {

constexpr int inspectorWidth = 440;
constexpr int mostLines = 300; ///< pixels of height before the lines scroll

} // namespace

Inspector::Inspector(QWidget *page)
    : Popover(page)
    , m_choices(new QComboBox)
    , m_value(new TextLabel(Type::Title, Tone::Plain, QFont::DemiBold))
    , m_definition(new TextLabel(Type::Body, Tone::Muted))
    , m_list(new ContentList)
    , m_scroll(new QScrollArea)
{
    setFixedWidth(inspectorWidth);
    m_choices->setAccessibleName(tr("Number"));
    m_choices->hide();
    m_definition->setWordWrap(true);
    m_list->setModel(&m_lines);
    m_list->setAccessibleName(tr("What it is made of"));
    layOut();
    connect(m_choices, &QComboBox::currentIndexChanged, this, &Inspector::stepped);
    connect(m_list, &QListView::activated, this, &Inspector::choose);
}

void Inspector::layOut()
{
    m_scroll->setWidget(m_list);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    content()->addWidget(m_choices);
    content()->addWidget(m_value);
    content()->addWidget(m_definition);
    content()->addWidget(m_scroll);
}

void Inspector::setChoices(const QStringList &names, int current)
{
    const QSignalBlocker quiet(m_choices);
    m_choices->clear();
    m_choices->addItems(names);
    m_choices->setCurrentIndex(current);
    const bool several = names.size() > 1;
    m_choices->setVisible(several);
    m_value->setVisible(!several); // the choice says it
    setTitleVisible(!several);
}

void Inspector::setOpened(const Opened &opened)
{
    setTitle(opened.name);
    m_value->setText(opened.value);
    m_definition->setText(opened.definition);
    m_lines.setLines(opened.lines);
    m_list->setCurrentIndex({});
    setHint(opened.source);
    m_scroll->setVisible(!opened.lines.empty());
    m_scroll->setFixedHeight(std::min(m_list->sizeHint().height(), mostLines));
    refit();
}

void Inspector::begin()
{
    if (!m_choices->isHidden())
        m_choices->setFocus(Qt::PopupFocusReason);
    else
        m_list->setFocus(Qt::PopupFocusReason);
}

void Inspector::choose(const QModelIndex &index)
{
    const Line *line = m_lines.line(index);
    if (line == nullptr || !line->leads)
        return;
    const std::string id = line->id;
    dismiss();
    Q_EMIT lineChosen(id);
}

} // namespace ui
