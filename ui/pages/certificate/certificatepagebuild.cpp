// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The page's widgets and their connections; what they do stands in certificatepage.cpp.
#include "ui/pages/certificate/certificatepage.h"
#include "ui/pages/certificate/certificatepreview.h"
#include "ui/widgets/asktwice.h"
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
namespace {

constexpr int kSideWidth = 344;

} // namespace

CertificatePage::CertificatePage(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
{
    setObjectName(QStringLiteral("certificatePage"));
    build();
    ChangeNotifier &notifier = services.workspace.notifier;
    connect(&notifier, &ChangeNotifier::manyChanged, this, &CertificatePage::reload);
    connect(&notifier, &ChangeNotifier::recordChanged, this, [this](Entity entity) {
        if (entity == Entity::Certificate || entity == Entity::Inspection || entity == Entity::Centre ||
            entity == Entity::Decision || entity == Entity::Review)
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
    side->setFixedWidth(kSideWidth);
    auto *whole = new QVBoxLayout(side);
    whole->setContentsMargins(1, 1, 1, 1);
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(15, 15, 15, 15);
    column->addWidget(buildIssue(body));
    column->addWidget(buildState(body));
    column->addSpacing(8);
    column->addWidget(buildList(body));
    column->addStretch();
    whole->addWidget(scrolling(body, side));
    return side;
}

QWidget *CertificatePage::buildIssue(QWidget *side)
{
    m_issueBox = new QWidget(side);
    auto *column = new QVBoxLayout(m_issueBox);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
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
    m_seatsRefused = refusalLabel(m_issueBox);
    m_seatsRefused->setObjectName(QStringLiteral("seatsRefused"));
    m_issueReason = new QLineEdit(m_issueBox);
    m_issueReason->setObjectName(QStringLiteral("issueReason"));
    m_issueReason->setMaxLength(2000);
    m_issueMissing = refusalLabel(m_issueBox);
    m_issueMissing->setObjectName(QStringLiteral("issueReasonMissing"));
    m_issue = new QPushButton(tr("Issue the certificate"), m_issueBox);
    m_issue->setObjectName(QStringLiteral("issueCertificate"));
    m_issue->setProperty("role", QStringLiteral("primary"));
    column->addWidget(m_issueTitle);
    column->addWidget(m_verdict);
    column->addSpacing(8);
    column->addWidget(labelled(tr("Grade"), m_grade));
    column->addWidget(labelled(tr("Seats"), m_seats));
    column->addWidget(m_seatsRefused);
    column->addWidget(m_seatsHint);
    column->addWidget(labelled(tr("Reason of the decision"), m_issueReason, true));
    column->addWidget(m_issueMissing);
    column->addSpacing(8);
    column->addWidget(m_issue);
    connect(m_issue, &QPushButton::clicked, this, &CertificatePage::issue);
    connect(m_seats, &QSpinBox::valueChanged, m_seatsRefused, &QWidget::hide);
    connect(m_issueReason, &QLineEdit::textChanged, m_issueMissing, &QWidget::hide);
    return m_issueBox;
}

QWidget *CertificatePage::buildState(QWidget *side)
{
    m_stateBox = new QWidget(side);
    auto *column = new QVBoxLayout(m_stateBox);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
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
    m_missing = refusalLabel(m_stateBox);
    m_missing->setObjectName(QStringLiteral("decisionReasonMissing"));
    m_appeal = plainLabel(m_stateBox);
    m_appeal->setWordWrap(true);
    m_renew = new QPushButton(m_stateBox);
    m_renew->setObjectName(QStringLiteral("renewCertificate"));
    column->addWidget(m_state);
    column->addWidget(m_save);
    column->addWidget(m_toCentre);
    column->addWidget(m_renew);
    column->addSpacing(16);
    column->addWidget(m_appeal);
    column->addWidget(m_reason);
    column->addWidget(m_missing);
    const std::pair<CertificateAction, QString> decisions[] = {
        {CertificateAction::Suspend, tr("Suspend")},
        {CertificateAction::Reinstate, tr("Reinstate")},
        {CertificateAction::Appeal, tr("Record an appeal")},
        {CertificateAction::AllowAppeal, tr("Allow the appeal")},
        {CertificateAction::DismissAppeal, tr("Dismiss the appeal")},
    };
    auto *buttons = new FlowLayout; // as many as the state allows, in as many rows as their words need
    for (const auto &[action, words] : decisions) {
        auto *button = new QPushButton(words, m_stateBox);
        button->setObjectName(decisionKind(action) + QStringLiteral("Certificate"));
        buttons->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, asked = action] { changeState(asked); });
        m_decisions.append({action, button});
    }
    m_revoke = new AskTwice(QStringLiteral("revokeCertificate"), QStringLiteral("doNotRevoke"), m_stateBox);
    m_revoke->setRole(QStringLiteral("danger"));
    m_decisions.append({CertificateAction::Revoke, m_revoke});
    column->addLayout(buttons);
    column->addWidget(m_revoke);
    connect(m_revoke, &AskTwice::confirmed, this, [this] { changeState(CertificateAction::Revoke); });
    connect(m_reason, &QLineEdit::textChanged, this, [this] {
        m_missing->hide();
        refreshAsking();
    });
    connect(m_save, &QPushButton::clicked, this, &CertificatePage::choosePath);
    connect(m_toCentre, &QPushButton::clicked, this, [this] { Q_EMIT centreRequested(m_centre); });
    connect(m_renew, &QPushButton::clicked, this, [this] {
        if (m_renewal)
            openForInspection(*m_renewal);
    });
    return m_stateBox;
}

QWidget *CertificatePage::buildList(QWidget *side)
{
    auto *box = new QWidget(side);
    box->setObjectName(QStringLiteral("decisionList"));
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_listTitle = plainLabel(tr("What was decided"), box);
    m_listTitle->setFont(currentTheme().font(Type::SectionTitle));
    m_list = new QVBoxLayout;
    m_list->setSpacing(4);
    column->addWidget(m_listTitle);
    column->addLayout(m_list);
    return box;
}

} // namespace markaz::ui
