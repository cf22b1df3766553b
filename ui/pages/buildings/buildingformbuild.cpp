// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The form's widgets and their connections; what they do stands in buildingform.cpp.
#include "ui/pages/buildings/buildingform.h"
#include "ui/text/labels.h"
#include "ui/widgets/asktwice.h"
#include "ui/widgets/card.h"
#include "ui/widgets/citybox.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/numberfield.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/positionfield.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wheelguard.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>

namespace markaz::ui {
namespace {

NumberField *number(int max, const QString &unit, QWidget *parent)
{
    auto *spin = new NumberField(max, parent);
    spin->setGroupSeparatorShown(max > 9999);
    if (!unit.isEmpty())
        spin->setSuffix(QLatin1Char(' ') + unit);
    return spin;
}

QLineEdit *line(int maxLength, const QString &hint, QWidget *parent)
{
    auto *edit = new QLineEdit(parent);
    edit->setMaxLength(maxLength);
    edit->setPlaceholderText(hint);
    return edit;
}

} // namespace

BuildingForm::BuildingForm(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
{
    setObjectName(QStringLiteral("buildingForm"));
    build();
}

void BuildingForm::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header = new PageHeader(PageHeader::Kind::Docked, this);
    connect(m_header, &PageHeader::backRequested, this, &BuildingForm::left);
    column->addWidget(m_header);
    m_messages = new MessageArea(this);
    m_messages->setContentsMargins(16, 12, 16, 0);
    column->addWidget(m_messages);

    auto *body = new QWidget;
    auto *cards = new QHBoxLayout(body);
    cards->setContentsMargins(16, 16, 16, 16);
    cards->setSpacing(16);
    cards->addWidget(buildBuildingCard(), 3);
    cards->addWidget(buildOwnerCard(), 2);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(body);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    column->addWidget(scroll, 1);

    auto *footer = new QFrame(this);
    footer->setProperty("bar", QStringLiteral("bottom"));
    footer->setMinimumHeight(64);
    auto *foot = new QHBoxLayout(footer);
    foot->setContentsMargins(16, 12, 16, 12);
    foot->addWidget(plainLabel(tr("Fields with * are needed. The owner’s numbers and addresses are sealed on this "
                                  "laptop, the name is not."),
                               footer),
                    1);
    m_cancel = new AskTwice(QStringLiteral("cancelBuilding"), QStringLiteral("goOnTyping"), footer);
    m_save = new AskTwice(QStringLiteral("saveBuilding"), QStringLiteral("leaveUnregistered"), footer);
    m_save->setRole(QStringLiteral("primary"));
    m_cancel->setStaying(tr("Go on typing"));
    m_save->setStaying(tr("Do not register"));
    foot->addWidget(m_cancel, 0, Qt::AlignBottom);
    foot->addWidget(m_save, 0, Qt::AlignBottom);
    column->addWidget(footer);
    connect(m_cancel, &AskTwice::confirmed, this, &BuildingForm::giveUp);
    connect(m_save, &AskTwice::confirmed, this, &BuildingForm::save);

    m_fields = {{QStringLiteral("name"), m_name},
                {QStringLiteral("city"), m_city},
                {QStringLiteral("address"), m_address},
                {QStringLiteral("latitude_e6"), m_position->line()},
                {QStringLiteral("longitude_e6"), m_position->line()},
                {QStringLiteral("covered_area_sqft"), m_area},
                {QStringLiteral("storeys"), m_storeys},
                {QStringLiteral("planned_seats"), m_seats},
                {QStringLiteral("year_built"), m_year},
                {QStringLiteral("idle_since"), m_idle->line()},
                {QStringLiteral("tenure"), m_tenure},
                {QStringLiteral("condition"), m_condition},
                {QStringLiteral("level_entrance"), m_levelEntrance},
                {QStringLiteral("has_generator"), m_generator},
                {QStringLiteral("notes"), m_notes},
                {QStringLiteral("owner.name"), m_ownerName},
                {QStringLiteral("owner.kind"), m_ownerKind},
                {QStringLiteral("owner.cnic_ntn"), m_cnic},
                {QStringLiteral("owner.phone"), m_phone},
                {QStringLiteral("owner.email"), m_email},
                {QStringLiteral("owner.postal_address"), m_postal}};
    for (auto it = m_fields.cbegin(); it != m_fields.cend(); ++it)
        it.value()->setObjectName(it.key());
    m_position->line()->setObjectName(QStringLiteral("position")); // two fields of the record, one on the screen
    m_opened = entered();
}

QWidget *BuildingForm::buildBuildingCard()
{
    auto *card = new Card(this);
    card->setTitle(tr("Building"));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(12);
    for (int i = 0; i < 4; ++i)
        grid->setColumnStretch(i, 1);

    m_name = line(200, tr("What people call it"), card);
    m_city = new CityBox(m_services.gazetteer, m_services.actor.provinces, card);
    connect(m_city, &QComboBox::currentIndexChanged, this, &BuildingForm::cityChanged);
    connect(m_city->lineEdit(), &QLineEdit::editingFinished, this, &BuildingForm::cityTyped);
    m_cityHint = plainLabel(card);
    m_cityHint->setFont(currentTheme().font(Type::Caption));
    m_cityHint->setWordWrap(true);
    m_address = line(400, tr("Street, area, landmark"), card);
    m_position = new PositionField(m_services, card);
    m_area = number(10'000'000, tr("sq ft"), card);
    m_storeys = number(60, {}, card);
    m_seats = number(10'000, {}, card);
    m_year = number(2100, {}, card);
    m_year->setGroupSeparatorShown(false);
    m_idle = new DateField(card);
    m_tenure = new QComboBox(card);
    m_tenure->addItem(tr("Not known"), QString());
    for (const char *token : {"freehold", "leasehold", "government", "waqf"})
        m_tenure->addItem(labels::tenure(QLatin1String(token)), QLatin1String(token));
    m_condition = new QComboBox(card);
    m_condition->addItem(tr("Not known"), QString());
    for (const char *token : {"good", "fair", "poor", "dangerous"})
        m_condition->addItem(labels::condition(QLatin1String(token)), QLatin1String(token));
    m_levelEntrance = new QComboBox(card);
    m_levelEntrance->setToolTip(tr("The entrance is level, without a ramp or steps"));
    m_generator = new QComboBox(card);
    m_generator->setToolTip(tr("A generator stands on the site"));
    for (QComboBox *combo : {m_levelEntrance, m_generator}) {
        combo->addItem(tr("Not known"), QVariant());
        combo->addItem(labels::yes(), true);
        combo->addItem(labels::no(), false);
    }
    for (QComboBox *combo : {m_tenure, m_condition, m_levelEntrance, m_generator})
        WheelGuard::protect(combo);
    m_notes = new QPlainTextEdit(card);
    m_notes->setTabChangesFocus(true);
    m_notes->setFixedHeight(72);

    auto *cityBox = labelled(tr("City"), m_city, true);
    cityBox->layout()->addWidget(m_cityHint);
    grid->addWidget(labelled(tr("Name"), m_name, true), 0, 0, 1, 2);
    grid->addWidget(cityBox, 0, 2, 1, 2);
    grid->addWidget(labelled(tr("Address"), m_address, true), 1, 0, 1, 2);
    grid->addWidget(labelled(tr("Position, latitude and longitude"), m_position), 1, 2, 1, 2);
    grid->addWidget(labelled(tr("Covered area"), m_area, true), 2, 0);
    grid->addWidget(labelled(tr("Storeys"), m_storeys, true), 2, 1);
    grid->addWidget(labelled(tr("Planned seats"), m_seats), 2, 2);
    grid->addWidget(labelled(tr("Year built"), m_year), 2, 3);
    grid->addWidget(labelled(tr("Idle since"), m_idle), 3, 0);
    grid->addWidget(labelled(tr("Tenure"), m_tenure), 3, 1);
    grid->addWidget(labelled(tr("Condition"), m_condition), 3, 2);
    grid->addWidget(labelled(tr("Level entrance"), m_levelEntrance), 3, 3);
    grid->addWidget(labelled(tr("Generator on the site"), m_generator), 4, 0);
    grid->addWidget(labelled(tr("Notes"), m_notes), 4, 1, 1, 3);
    card->body()->addLayout(grid);
    card->body()->addStretch();
    connect(m_position, &PositionField::given, this, &BuildingForm::lookForDuplicates);
    connect(m_position, &PositionField::given, this, &BuildingForm::positionGiven);
    connect(m_position, &PositionField::failed, this,
            [this](const Error &error) { m_messages->post(QStringLiteral("position"), Message::of(error)); });
    for (QLineEdit *edit : {m_name, m_position->line()})
        connect(edit, &QLineEdit::editingFinished, this, &BuildingForm::lookForDuplicates);
    return card;
}

QWidget *BuildingForm::buildOwnerCard()
{
    auto *card = new Card(this);
    card->setTitle(tr("Owner"));
    card->setNote(tr("may be added later"));
    m_ownerName = line(200, {}, card);
    m_ownerKind = new QComboBox(card);
    for (const char *token : {"individual", "company", "government", "trust"})
        m_ownerKind->addItem(labels::ownerKind(QLatin1String(token)), QLatin1String(token));
    WheelGuard::protect(m_ownerKind);
    m_cnic = line(20, QStringLiteral("35202-1234567-1"), card);
    m_phone = line(30, QStringLiteral("0300-1234567"), card);
    m_email = line(254, {}, card);
    m_postal = line(400, {}, card);
    for (QLineEdit *edit : {m_cnic, m_phone, m_email})
        edit->setLayoutDirection(Qt::LeftToRight);
    card->body()->setSpacing(12);
    card->body()->addWidget(labelled(tr("Name"), m_ownerName));
    card->body()->addWidget(labelled(tr("Kind"), m_ownerKind));
    card->body()->addWidget(labelled(tr("CNIC or NTN"), m_cnic));
    card->body()->addWidget(labelled(tr("Phone"), m_phone));
    card->body()->addWidget(labelled(tr("E-mail"), m_email));
    card->body()->addWidget(labelled(tr("Postal address"), m_postal));
    card->body()->addStretch();
    return card;
}

} // namespace markaz::ui
