// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The page's widgets and their connections; what they do stands in certificatepage.cpp.
#include "ui/pages/certificate/certificatepage.h"
#include "ui/pages/certificate/certificatepreview.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/numberfield.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wheelguard.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

namespace markaz::ui {

CertificatePage::CertificatePage(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
{
    setObjectName(QStringLiteral("certificatePage"));
    build();
    ChangeNotifier &notifier = services.workspace.notifier;
    connect(&notifier, &ChangeNotifier::manyChanged, this, &CertificatePage::reload);
    connect(&notifier, &ChangeNotifier::recordChanged, this, [this](Entity entity) {
        if (entity == Entity::Certificate || entity == Entity::Inspection || entity == Entity::Centre)
            reload();
    });
}

void CertificatePage::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header = new PageHeader(PageHeader::Kind::Docked, this);
    connect(m_header, &PageHeader::backRequested, this, &CertificatePage::backRequested);
    column->addWidget(m_header);
    m_messages = new MessageArea(this);
    m_messages->setContentsMargins(16, 12, 16, 0);
    column->addWidget(m_messages);

    auto *panes = new QHBoxLayout;
    panes->setContentsMargins(16, 16, 16, 16);
    panes->setSpacing(16);
    m_leftWords = plainLabel(this);
    m_leftWords->setWordWrap(true);
    m_leftWords->setAlignment(Qt::AlignCenter);
    m_leftWords->setFont(currentTheme().font(Type::ItemText));
    m_preview = new CertificatePreview(this);
    m_scroll = new QScrollArea(this);
    m_scroll->setWidget(m_preview);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_left = new QStackedWidget(this);
    m_left->addWidget(m_leftWords);
    m_left->addWidget(m_scroll);
    panes->addWidget(m_left, 1);
    panes->addWidget(buildSide());
    column->addLayout(panes, 1);
}

QWidget *CertificatePage::buildSide()
{
    auto *side = new QFrame(this);
    side->setProperty("card", true);
    side->setFixedWidth(344);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(16, 16, 16, 16);

    const auto caption = [](const QString &text, QWidget *field) {
        auto *label = plainLabel(text, field->parentWidget());
        label->setFont(currentTheme().font(Type::CaptionStrong));
        label->setBuddy(field);
        field->setAccessibleName(text);
        return label;
    };
    m_issueBox = new QWidget(side);
    auto *issueColumn = new QVBoxLayout(m_issueBox);
    issueColumn->setContentsMargins(0, 0, 0, 0);
    issueColumn->setSpacing(8);
    m_issueTitle = plainLabel(tr("Issue a certificate"), m_issueBox);
    m_issueTitle->setFont(currentTheme().font(Type::CardTitle));
    m_issueTitle->setWordWrap(true);
    m_verdict = plainLabel(m_issueBox);
    m_verdict->setWordWrap(true);
    m_grade = new QComboBox(m_issueBox);
    m_grade->setObjectName(QStringLiteral("certificateGrade"));
    WheelGuard::protect(m_grade);
    m_seats = new NumberField(10'000, m_issueBox);
    m_seats->setObjectName(QStringLiteral("certificateSeats"));
    m_seatsHint = plainLabel(m_issueBox);
    m_seatsHint->setWordWrap(true);
    m_seatsHint->setFont(currentTheme().font(Type::Caption));
    m_issue = new QPushButton(tr("Issue the certificate"), m_issueBox);
    m_issue->setObjectName(QStringLiteral("issueCertificate"));
    m_issue->setProperty("role", QStringLiteral("primary"));
    issueColumn->addWidget(m_issueTitle);
    issueColumn->addWidget(m_verdict);
    issueColumn->addSpacing(8);
    issueColumn->addWidget(caption(tr("Grade"), m_grade));
    issueColumn->addWidget(m_grade);
    issueColumn->addWidget(caption(tr("Seats"), m_seats));
    issueColumn->addWidget(m_seats);
    issueColumn->addWidget(m_seatsHint);
    issueColumn->addSpacing(8);
    issueColumn->addWidget(m_issue);
    column->addWidget(m_issueBox);
    connect(m_issue, &QPushButton::clicked, this, &CertificatePage::issue);

    m_stateBox = new QWidget(side);
    auto *stateColumn = new QVBoxLayout(m_stateBox);
    stateColumn->setContentsMargins(0, 0, 0, 0);
    stateColumn->setSpacing(8);
    m_state = plainLabel(m_stateBox);
    m_state->setWordWrap(true);
    m_save = new QPushButton(tr("Save as PDF"), m_stateBox);
    m_save->setObjectName(QStringLiteral("saveCertificatePdf"));
    m_save->setProperty("role", QStringLiteral("primary"));
    m_toCentre = new QPushButton(tr("Go to the centre"), m_stateBox);
    m_toCentre->setObjectName(QStringLiteral("centreOfCertificate"));
    m_reason = new QLineEdit(m_stateBox);
    m_reason->setPlaceholderText(tr("Reason"));
    m_reason->setAccessibleName(tr("Reason of the decision"));
    m_reason->setMaxLength(2000);
    m_reason->setObjectName(QStringLiteral("decisionReason"));
    m_appeal = plainLabel(m_stateBox);
    m_appeal->setWordWrap(true);
    m_renew = new QPushButton(m_stateBox);
    m_renew->setObjectName(QStringLiteral("renewCertificate"));
    stateColumn->addWidget(m_state);
    stateColumn->addWidget(m_save);
    stateColumn->addWidget(m_toCentre);
    stateColumn->addWidget(m_renew);
    stateColumn->addSpacing(16);
    stateColumn->addWidget(m_appeal);
    stateColumn->addWidget(m_reason);
    const std::pair<CertificateAction, QString> decisions[] = {
        {CertificateAction::Suspend, tr("Suspend")},
        {CertificateAction::Reinstate, tr("Reinstate")},
        {CertificateAction::Revoke, tr("Revoke")},
        {CertificateAction::Appeal, tr("Record an appeal")},
        {CertificateAction::AllowAppeal, tr("Allow the appeal")},
        {CertificateAction::DismissAppeal, tr("Dismiss the appeal")},
    };
    auto *buttons = new FlowLayout; // as many as the state allows, in as many rows as their words need
    for (const auto &[action, words] : decisions) {
        auto *button = new QPushButton(words, m_stateBox);
        button->setObjectName(decisionKind(action) + QStringLiteral("Certificate"));
        if (action == CertificateAction::Revoke)
            button->setProperty("role", QStringLiteral("danger"));
        buttons->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, asked = action] { changeState(asked); });
        m_decisions.append({action, button});
    }
    stateColumn->addLayout(buttons);
    column->addWidget(m_stateBox);
    column->addStretch();
    connect(m_save, &QPushButton::clicked, this, &CertificatePage::choosePath);
    connect(m_toCentre, &QPushButton::clicked, this, [this] { Q_EMIT centreRequested(m_centre); });
    connect(m_renew, &QPushButton::clicked, this, [this] {
        if (m_renewal)
            openForInspection(*m_renewal);
    });
    return side;
}

} // namespace markaz::ui
