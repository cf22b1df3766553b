// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/segmentedanswer.h"

#include "ui/widgets/letterkey.h"

#include <QEvent>
#include <QKeyEvent>

namespace markaz::ui {
namespace {

const QString kYes = QStringLiteral("yes");
const QString kNo = QStringLiteral("no");
const QString kNa = QStringLiteral("na");

Status statusOf(int creditBp)
{
    return creditBp >= 10'000 ? Status::Ok : creditBp > 0 ? Status::Warn : Status::Bad;
}

} // namespace

SegmentedAnswer::SegmentedAnswer(QWidget *parent)
    : SegmentedControl(parent)
{
    connect(this, &SegmentedControl::chosen, this, [this](const QString &id) {
        setCurrent(id); // Tab now enters at the chosen one
        Q_EMIT answered(id);
    });
    rebuild();
}

void SegmentedAnswer::setNotApplicableAllowed(bool allowed)
{
    m_naAllowed = allowed;
    rebuild();
}

void SegmentedAnswer::setCredits(int yesBp, int noBp)
{
    m_yesBp = yesBp;
    m_noBp = noBp;
    rebuild();
}

void SegmentedAnswer::setAnswer(const QString &token)
{
    setCurrent(token);
}

void SegmentedAnswer::rebuild()
{
    //: Answer of an inspection item; the letter after & is its key
    QList<Segment> segments{{kYes, tr("&Yes"), {}}, {kNo, tr("&No"), {}}};
    if (m_naAllowed)
        segments.append({kNa, tr("N/&A"), {}}); //: not applicable
    setSegments(segments);
    button(kYes)->setSolid(statusOf(m_yesBp));
    button(kNo)->setSolid(statusOf(m_noBp));
    if (SegmentButton *na = button(kNa)) {
        na->setSolid(Status::Neutral);
        na->setAccessibleName(tr("Not applicable"));
    }
}

bool SegmentedAnswer::answerByKey(int key)
{
    const QString id = key == Qt::Key_Y ? kYes : key == Qt::Key_N ? kNo : key == Qt::Key_A ? kNa : QString();
    SegmentButton *b = id.isEmpty() ? nullptr : button(id);
    if (!b || !b->isEnabled())
        return false;
    b->click();
    return true;
}

void SegmentedAnswer::keyPressEvent(QKeyEvent *event)
{
    if (event->modifiers() == Qt::NoModifier && answerByKey(letterKey(*event)))
        event->accept();
    else
        SegmentedControl::keyPressEvent(event);
}

bool SegmentedAnswer::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() == Qt::NoModifier && answerByKey(letterKey(*key)))
            return true;
    }
    return SegmentedControl::eventFilter(watched, event);
}

void SegmentedAnswer::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        rebuild();
    SegmentedControl::changeEvent(event);
}

} // namespace markaz::ui
