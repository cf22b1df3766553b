// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/findings/findingform.h"

#include "ui/text/labels.h"
#include "ui/text/sentences.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace markaz::ui {
namespace {

constexpr int kWordsHeight = 72;
constexpr int kMostWords = 2000; // as the record's description has it

// The members of what is typed beside those of the entry.
const QString kSeen = QStringLiteral("seen");
const QString kHalfADay = QStringLiteral("due_typed");

QJsonObject fieldsOf(const FindingEntry &entry)
{
    return {{QStringLiteral("severity"), token(entry.severity)},
            {QStringLiteral("description"), entry.description},
            {QStringLiteral("responsible"), entry.responsible},
            {QStringLiteral("due"), entry.due.toString(Qt::ISODate)}};
}

FindingEntry entryOf(const QJsonObject &fields)
{
    const auto severity = parse<Severity>(fields.value(QStringLiteral("severity")).toString());
    return {severity ? *severity : Severity::Major, fields.value(QStringLiteral("description")).toString(),
            fields.value(QStringLiteral("responsible")).toString(),
            QDate::fromString(fields.value(QStringLiteral("due")).toString(), Qt::ISODate)};
}

} // namespace

FindingForm::FindingForm(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("findingForm"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 4);
    column->setSpacing(4);
    m_description = new QPlainTextEdit(this);
    m_description->setObjectName(QStringLiteral("findingDescription"));
    m_description->setPlaceholderText(tr("What is wrong, and where"));
    m_description->setFixedHeight(kWordsHeight);
    limitText(m_description, kMostWords);
    m_description->setTabChangesFocus(true);
    column->addWidget(labelled(tr("What was found"), m_description));
    m_severity = new QComboBox(this);
    m_severity->setObjectName(QStringLiteral("findingSeverity"));
    for (Severity severity : allValues<Severity>())
        m_severity->addItem(labels::of(severity), token(severity));
    column->addWidget(labelled(tr("Severity"), m_severity));
    m_responsible = new QLineEdit(this);
    m_responsible->setObjectName(QStringLiteral("findingResponsible"));
    m_responsible->setPlaceholderText(tr("Owner, tenant, an authority"));
    m_responsible->setMaxLength(200);
    column->addWidget(labelled(tr("To be mended by"), m_responsible));
    m_due = new DateField(this);
    m_due->setObjectName(QStringLiteral("findingDue"));
    column->addWidget(labelled(tr("Due date"), m_due));
    m_refusal = refusalLabel(this);
    m_refusal->setObjectName(QStringLiteral("findingRefusal"));
    column->addWidget(m_refusal);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, 4, 0, 0);
    buttons->setSpacing(8);
    m_cancel = new QPushButton(tr("Cancel"), this);
    m_cancel->setObjectName(QStringLiteral("findingCancel"));
    m_save = new QPushButton(this);
    m_save->setObjectName(QStringLiteral("findingSave"));
    m_save->setProperty("role", QStringLiteral("primary"));
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);
    column->addLayout(buttons);
    connect(m_save, &QPushButton::clicked, this, &FindingForm::saveRequested);
    connect(m_cancel, &QPushButton::clicked, this, &FindingForm::cancelled);
    setFocusProxy(m_description); // what was seen comes first
}

void FindingForm::begin(const FindingEntry &entry, const QString &saveWords, bool wordsToo)
{
    fill(entry);
    m_description->setReadOnly(!wordsToo);
    m_refusal->hide();
    m_save->setText(saveWords);
    m_begun = this->entry();
}

void FindingForm::fill(const FindingEntry &entry)
{
    m_severity->setCurrentIndex(m_severity->findData(token(entry.severity)));
    m_description->setPlainText(entry.description);
    m_responsible->setText(entry.responsible);
    m_due->setDate(entry.due);
}

QJsonObject FindingForm::typed() const
{
    QJsonObject all = fieldsOf(entry());
    all.insert(kSeen, fieldsOf(m_begun));
    if (const QString day = halfADay(); !day.isEmpty())
        all.insert(kHalfADay, day);
    return all;
}

void FindingForm::takeUp(const QJsonObject &typed, const QString &saveWords, bool wordsToo)
{
    begin(entryOf(typed.value(kSeen).toObject()), saveWords, wordsToo);
    fill(entryOf(typed));
    if (const QString day = typed.value(kHalfADay).toString(); !day.isEmpty())
        m_due->line()->setText(day);
}

bool FindingForm::isTouched() const
{
    return entry() != m_begun || !halfADay().isEmpty();
}

QString FindingForm::halfADay() const
{
    return m_due->date().isValid() ? QString() : m_due->text();
}

FindingEntry FindingForm::entry() const
{
    FindingEntry entry;
    entry.severity = parse<Severity>(m_severity->currentData().toString()).value();
    entry.description = m_description->toPlainText().trimmed();
    entry.responsible = m_responsible->text().trimmed();
    entry.due = m_due->date();
    return entry;
}

void FindingForm::refuse(const Error &error)
{
    QString words = sentences::of(error).plain();
    if (error.where == QLatin1String("description")) {
        words = tr("Say in a few words what was found.");
        m_description->setFocus(Qt::OtherFocusReason);
    } else if (error.where == QLatin1String("due")) {
        words = tr("Give the day by which it is to be mended; it cannot lie in the past.");
        m_due->line()->setFocus(Qt::OtherFocusReason);
    } else if (error.code == ErrorCode::Exists) {
        words = tr("This item has an open finding of this visit already.");
    }
    m_refusal->setText(words);
    m_refusal->show();
}

} // namespace markaz::ui
