// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The detail's widgets and their connections; what they do stands in findingdetail.cpp.
#include "ui/pages/findings/findingdetail.h"
#include "ui/pages/findings/findingform.h"
#include "ui/text/labels.h"
#include "ui/widgets/asktwice.h"
#include "ui/widgets/evidence/evidencepane.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/statuschip.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace markaz::ui {
namespace {

QLabel *caption(const QString &text, QWidget *parent)
{
    auto *label = plainLabel(text, parent);
    label->setFont(currentTheme().font(Type::CaptionStrong));
    return label;
}

} // namespace

FindingDetail::FindingDetail(const Services &services, QWidget *parent)
    : QFrame(parent)
    , m_services(services)
    , m_scores(services.workspace, services.standards, services.gazetteer, services.programme)
    , m_moves(services.workspace, m_scores)
{
    setProperty("card", true);
    setObjectName(QStringLiteral("findingDetail"));
    build();
}

void FindingDetail::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(4);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    m_code = plainLabel(this);
    m_code->setFont(currentTheme().font(Type::Code));
    m_severity = new StatusChip(this);
    m_state = new StatusChip(this);
    auto *close = iconButton(QStringLiteral("cross"), tr("Close the detail"), this);
    connect(close, &QToolButton::clicked, this, &FindingDetail::closed);
    head->addWidget(m_code);
    head->addWidget(m_severity);
    head->addWidget(m_state);
    head->addStretch();
    head->addWidget(close);
    column->addLayout(head);
    m_building = plainLabel(this);
    m_building->setFont(currentTheme().font(Type::CardTitle));
    m_building->setWordWrap(true);
    column->addWidget(m_building);

    auto *body = new QWidget(this);
    auto *inside = new QVBoxLayout(body);
    inside->setContentsMargins(0, 4, 8, 8);
    inside->setSpacing(6);
    m_item = plainLabel(body);
    m_item->setWordWrap(true);
    m_item->setProperty("tone", QStringLiteral("muted"));
    inside->addWidget(m_item);
    m_words = new QWidget(body);
    m_rows = new QVBoxLayout(m_words);
    m_rows->setContentsMargins(0, 4, 0, 4);
    m_rows->setSpacing(0);
    inside->addWidget(m_words);
    m_form = new FindingForm(body);
    m_form->hide();
    inside->addWidget(m_form);
    connect(m_form, &FindingForm::saveRequested, this, &FindingDetail::save);
    connect(m_form, &FindingForm::cancelled, this, [this] {
        m_form->hide();
        showFinding(m_id);
    });
    m_photosTitle = caption(tr("Photos of the item"), body);
    m_photos = new EvidencePane(m_services, body);
    m_laterTitle = caption(tr("Photos of the follow-up"), body);
    m_later = new EvidencePane(m_services, body);
    m_later->setObjectName(QStringLiteral("evidenceOfFollowUp"));
    m_noPhotos = plainLabel(tr("No photo of this item is on this laptop."), body);
    m_noPhotos->setWordWrap(true);
    m_noPhotos->setFont(currentTheme().font(Type::Caption));
    for (QWidget *part :
         {static_cast<QWidget *>(m_photosTitle), static_cast<QWidget *>(m_photos), static_cast<QWidget *>(m_laterTitle),
          static_cast<QWidget *>(m_later), static_cast<QWidget *>(m_noPhotos)})
        inside->addWidget(part);
    for (EvidencePane *pane : {m_photos, m_later})
        connect(pane, &EvidencePane::failed, this, &FindingDetail::failed);
    inside->addStretch();
    column->addWidget(scrolling(body, this), 1);
    column->addWidget(buildActions());
}

QWidget *FindingDetail::buildActions()
{
    m_actions = new QWidget(this);
    auto *column = new QVBoxLayout(m_actions);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    const auto button = [this](const char *name, const QString &text, const std::function<void()> &act) {
        auto *made = new QPushButton(text, m_actions);
        made->setObjectName(QLatin1String(name));
        connect(made, &QPushButton::clicked, this, act);
        return made;
    };
    m_fix = button("fixFinding", labels::of(FindingStep::Fix), [this] { take(FindingStep::Fix); });
    m_reopen = button("reopenFinding", labels::of(FindingStep::Reopen), [this] { take(FindingStep::Reopen); });
    m_restore = button("restoreFinding", labels::of(FindingStep::Restore), [this] { take(FindingStep::Restore); });
    m_edit = button("editFinding", tr("Change"), [this] { beginEdit(); });
    m_waive = button("waiveFinding", tr("Waive…"), [this] {
        m_reasonBox->show();
        m_waive->hide();
        m_reason->setFocus(Qt::OtherFocusReason);
    });
    m_open = button("openInspectionOfFinding", tr("Open the inspection"),
                    [this] { Q_EMIT inspectionRequested(m_inspectionId); });
    auto *first = new QHBoxLayout;
    first->setSpacing(8);
    for (QPushButton *one : {m_fix, m_reopen, m_restore})
        first->addWidget(one);
    first->addWidget(m_edit);
    first->addWidget(m_waive);
    first->addStretch();
    column->addLayout(first);

    m_reasonBox = new QWidget(m_actions);
    auto *reason = new QVBoxLayout(m_reasonBox);
    reason->setContentsMargins(0, 0, 0, 0);
    reason->setSpacing(6);
    reason->addWidget(caption(tr("Why does nobody have to mend it?"), m_reasonBox));
    m_reason = new QLineEdit(m_reasonBox);
    m_reason->setObjectName(QStringLiteral("waiveReason"));
    m_reason->setAccessibleName(tr("Why does nobody have to mend it?"));
    m_reason->setMaxLength(1000);
    reason->addWidget(m_reason);
    auto *answer = new QHBoxLayout;
    answer->setSpacing(8);
    auto *leave = new QPushButton(tr("Cancel"), m_reasonBox);
    auto *waive = new QPushButton(labels::of(FindingStep::Waive), m_reasonBox);
    waive->setObjectName(QStringLiteral("waiveNow"));
    waive->setProperty("role", QStringLiteral("primary"));
    waive->setEnabled(false);
    answer->addStretch();
    answer->addWidget(leave);
    answer->addWidget(waive);
    reason->addLayout(answer);
    connect(m_reason, &QLineEdit::textChanged, waive,
            [waive](const QString &text) { waive->setEnabled(!text.trimmed().isEmpty()); });
    connect(leave, &QPushButton::clicked, this, [this] {
        m_reasonBox->hide();
        m_reason->clear();
        m_waive->show();
    });
    connect(waive, &QPushButton::clicked, this, [this] { take(FindingStep::Waive, m_reason->text()); });
    m_reasonBox->hide();
    column->addWidget(m_reasonBox);

    m_verify = new AskTwice(QStringLiteral("verifyFinding"), QStringLiteral("leaveFinding"), m_actions);
    connect(m_verify, &AskTwice::confirmed, this, [this] { take(FindingStep::Verify); });
    column->addWidget(m_verify);
    column->addWidget(m_open, 0, Qt::AlignLeading);
    return m_actions;
}

} // namespace markaz::ui
