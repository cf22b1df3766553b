// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/answers/yesnoeditor.h"

#include "ui/widgets/answers/typingpause.h"
#include "ui/widgets/segmentedanswer.h"

#include <QHBoxLayout>
#include <QLineEdit>

namespace markaz::ui {
namespace {

const QString kValue = QStringLiteral("value");
const QString kReference = QStringLiteral("reference");
const QString kGiven = QStringLiteral("given");
const QString kMissing = QStringLiteral("missing");

} // namespace

YesNoEditor::YesNoEditor(const Item &item, QWidget *parent)
    : AnswerEditor(parent)
    , m_segments(new SegmentedAnswer(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_segments);
    m_segments->setNotApplicableAllowed(item.notApplicableAllowed);
    m_segments->setCredits(item.yesCreditBp, item.noCreditBp);
    m_segments->setAccessibleName(item.text.en);
    connect(m_segments, &SegmentedAnswer::answered, this, [this](const QString &token) {
        if (token == QLatin1String("na"))
            Q_EMIT notApplicableChosen();
        else
            Q_EMIT answerGiven(QJsonObject{{kValue, token}});
    });
    setFocusProxy(m_segments);
}

void YesNoEditor::show(const QJsonObject &answer, int, const QString &)
{
    m_segments->setAnswer(answer.contains(QStringLiteral("na")) ? QStringLiteral("na")
                                                                : answer.value(kValue).toString());
}

void YesNoEditor::giveYesNo(bool yes)
{
    Q_EMIT answerGiven(QJsonObject{{kValue, yes ? QStringLiteral("yes") : QStringLiteral("no")}});
}

GivenEditor::GivenEditor(const Item &item, QWidget *parent)
    : AnswerEditor(parent)
    , m_segments(new SegmentedControl(this))
    , m_reference(nullptr)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    if (item.type == ItemType::Document) {
        m_reference = new QLineEdit(this);
        m_reference->setPlaceholderText(tr("Number or date"));
        m_reference->setAccessibleName(tr("Number or date of the document"));
        m_reference->setMaxLength(200);
        m_reference->setFixedWidth(124);
        m_reference->hide(); // what was seen is named after it was seen; until then the text has the room
        row->addWidget(m_reference);
        const auto giveReference = [this] {
            const QString value = m_shown.value(kValue).toString();
            if (!value.isEmpty() && m_reference->text().trimmed() != m_shown.value(kReference).toString())
                give(value);
        };
        watchHalfTyped(m_reference);
        connect(m_reference, &QLineEdit::editingFinished, this, giveReference);
        saveInPause(m_reference, giveReference);
    }
    m_segments->setSegments({{kGiven, tr("Seen"), {}}, {kMissing, tr("Not there"), {}}});
    m_segments->setAccessibleName(item.text.en);
    m_segments->button(kGiven)->setSolid(Status::Ok);
    m_segments->button(kMissing)->setSolid(Status::Bad);
    connect(m_segments, &SegmentedControl::chosen, this, &GivenEditor::give);
    row->addWidget(m_segments);
    setFocusProxy(m_segments);
}

void GivenEditor::give(const QString &value)
{
    QJsonObject answer{{kValue, value}};
    if (m_reference != nullptr)
        m_reference->setModified(false); // given, no longer half typed
    if (m_reference != nullptr && !m_reference->text().trimmed().isEmpty())
        answer.insert(kReference, m_reference->text().trimmed());
    Q_EMIT answerGiven(answer);
}

void GivenEditor::giveYesNo(bool yes)
{
    give(yes ? kGiven : kMissing);
}

void GivenEditor::show(const QJsonObject &answer, int, const QString &)
{
    m_shown = answer;
    m_segments->setCurrent(answer.value(kValue).toString());
    if (m_reference == nullptr)
        return;
    m_reference->setVisible(answer.value(kValue).toString() == kGiven);
    if (!m_reference->hasFocus() && !isHalfTyped())
        m_reference->setText(answer.value(kReference).toString());
}

} // namespace markaz::ui
