// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/centres/centresheet.h"

#include "core/domain/namekey.h"
#include "core/support/programmeday.h"
#include "ui/models/centresmodel.h"
#include "ui/pages/centres/centrecontact.h"
#include "ui/text/centrewords.h"
#include "ui/text/citylabels.h"
#include "ui/text/format.h"
#include "ui/widgets/asktwice.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/enteredfields.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/moneyfield.h"
#include "ui/widgets/numberfield.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/wheelguard.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QGridLayout>
#include <QJsonArray>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace markaz::ui {
namespace {

constexpr int kMostBuildings = 200; ///< of those that hold what is typed; more come as more of it is
constexpr int kPause = 150;         ///< ms without a key
constexpr int kSeatsRole = Qt::UserRole + 1;
constexpr int kKeysRole = Qt::UserRole + 2; ///< nameKey of its code, names and city, parted by spaces
const QString kError = QStringLiteral("error");

/// Finds a building by any part of its code, its name or its city, in either language.
class BuildingCompleter final : public QCompleter
{
public:
    explicit BuildingCompleter(QComboBox *box)
        : QCompleter(box->model(), box)
    {
        setCompletionMode(PopupCompletion);
        setFilterMode(Qt::MatchContains);
        setCompletionRole(kKeysRole);
    }
    QStringList splitPath(const QString &typed) const override { return {nameKey(typed)}; }
    QString pathFromIndex(const QModelIndex &index) const override { return index.data(Qt::DisplayRole).toString(); }
};

const QString kBuilding = QStringLiteral("building");
const QString kAmenities = QStringLiteral("amenities");
const QString kEntered = QStringLiteral("entered");
const QString kShown = QStringLiteral("shown");
const QString kRunning = QStringLiteral("running");

QJsonObject toJson(const CentreEntry &entry)
{
    QJsonObject all = CentreContact::toJson(entry);
    all.insert(QStringLiteral("name"), entry.name);
    all.insert(QStringLiteral("seats"), entry.seats);
    all.insert(QStringLiteral("rate"), entry.seatRatePaisa);
    if (entry.runningCostPaisa)
        all.insert(kRunning, *entry.runningCostPaisa);
    all.insert(QStringLiteral("opened"), entry.openedOn.toString(Qt::ISODate));
    all.insert(QStringLiteral("closed"), entry.closedOn.toString(Qt::ISODate));
    all.insert(kAmenities, QJsonArray::fromStringList(entry.amenities));
    return all;
}

CentreEntry entryIn(const QJsonObject &kept)
{
    const auto said = [&kept](const char *key) { return kept.value(QLatin1String(key)).toString(); };
    CentreEntry entry;
    entry.name = said("name");
    entry.seats = kept.value(QStringLiteral("seats")).toInt();
    entry.seatRatePaisa = kept.value(QStringLiteral("rate")).toInteger(-1);
    if (kept.contains(kRunning))
        entry.runningCostPaisa = kept.value(kRunning).toInteger(-1);
    entry.openedOn = QDate::fromString(said("opened"), Qt::ISODate);
    entry.closedOn = QDate::fromString(said("closed"), Qt::ISODate);
    for (const auto &token : kept.value(kAmenities).toArray())
        entry.amenities.append(token.toString());
    entry.contactName = said("contact_name");
    entry.contactPhone = said("contact_phone");
    entry.contactEmail = said("contact_email");
    entry.contactAgreedAt = said("contact_agreed_at");
    return entry;
}

bool isOdd(const DateField *field)
{
    return field != nullptr && !field->date().isValid() && !field->text().trimmed().isEmpty();
}

} // namespace

CentreSheet::CentreSheet(const Services &services, const QString &buildingId, QWidget *page)
    : Sheet(Room::Middle, page)
    , m_services(services)
{
    build();
    setTitle(tr("Open a centre"));
    readBuildings(buildingId);
    m_shown = entry();
    m_shownBuilding = enteredBuilding();
    refresh();
    present(m_building);
}

CentreSheet::CentreSheet(const Services &services, const Centre &centre, QWidget *page)
    : Sheet(Room::Middle, page)
    , m_services(services)
    , m_centre(centre)
{
    build();
    setTitle(tr("Change the centre"));
    fill(entryOf(centre));
    m_shown = entry();
    const auto editable = Centres(m_services.workspace).mayEdit(m_services.actor, centre);
    m_certified = editable ? editable->seats : 0;
    m_contactOnly = !editable && isLapsed(editable.error());
    for (QWidget *field :
         {static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_seats), static_cast<QWidget *>(m_rate),
          static_cast<QWidget *>(m_opened), static_cast<QWidget *>(m_running)})
        field->setEnabled(!m_contactOnly);
    for (QCheckBox *check : std::as_const(m_amenities))
        check->setEnabled(!m_contactOnly);
    refresh();
    present(m_contactOnly ? m_contact->first() : m_name);
}

void CentreSheet::build()
{
    if (const auto ceiling = CentresModel::ceilingOf(m_services); ceiling)
        m_ceiling = *ceiling;
    else
        messages()->post(kError, Message::of(ceiling.error()));
    setObjectName(QStringLiteral("centreSheet"));
    auto *form = new QGridLayout;
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    const auto line = [this](const char *name, int most) {
        auto *field = new QLineEdit(this);
        field->setObjectName(QLatin1String(name));
        field->setMaxLength(most);
        connect(field, &QLineEdit::textChanged, this, &CentreSheet::refresh);
        return field;
    };
    int row = 0;
    if (!m_centre) {
        m_building = new QComboBox(this);
        m_building->setObjectName(QStringLiteral("centreBuilding"));
        m_building->setEditable(true);
        m_building->setInsertPolicy(QComboBox::NoInsert);
        m_building->lineEdit()->setPlaceholderText(tr("Choose it, or type its code, name or city"));
        m_building->setCompleter(new BuildingCompleter(m_building));
        WheelGuard::protect(m_building);
        connect(m_building, &QComboBox::currentIndexChanged, this, &CentreSheet::refresh);
        connect(m_building, &QComboBox::editTextChanged, this, &CentreSheet::refresh);
        m_pause = new QTimer(this);
        m_pause->setObjectName(QStringLiteral("buildingPause"));
        m_pause->setSingleShot(true);
        m_pause->setInterval(kPause);
        connect(m_building->lineEdit(), &QLineEdit::textEdited, m_pause, qOverload<>(&QTimer::start));
        connect(m_pause, &QTimer::timeout, this, &CentreSheet::readTyped);
        form->addWidget(labelled(tr("Certified building"), m_building, true), row++, 0, 1, 3);
    }
    m_name = line("centreName", 200);
    form->addWidget(labelled(tr("Name of the centre"), m_name, true), row, 0, 1, 2);
    const auto day = [this](const char *name) {
        auto *field = new DateField(this);
        field->setObjectName(QLatin1String(name));
        connect(field->line(), &QLineEdit::textChanged, this, &CentreSheet::refresh);
        return field;
    };
    // Made in the order in which they stand, which is the one of the Tab key.
    m_opened = day("centreOpened");
    form->addWidget(labelled(tr("Open since"), m_opened), row++, 2);
    m_seats = new NumberField(centre::kMostSeats, this);
    m_seats->setObjectName(QStringLiteral("centreSeats"));
    connect(m_seats, &QSpinBox::valueChanged, this, &CentreSheet::refresh);
    m_rate = new MoneyField(centre::kMostRatePaisa, this);
    m_rate->setObjectName(QStringLiteral("centreRate"));
    connect(m_rate, &QLineEdit::textChanged, this, &CentreSheet::refresh);
    form->addWidget(labelled(tr("Seats"), m_seats, true), row, 0);
    form->addWidget(labelled(tr("Seat rate a month, Rs"), m_rate, true), row, 1);
    if (m_centre) {
        m_closed = day("centreClosed");
        form->addWidget(labelled(tr("Closed on"), m_closed), row, 2);
    }
    m_running = new MoneyField(centre::kMostRunningPaisa, this);
    m_running->setObjectName(QStringLiteral("centreRunningCost"));
    m_running->setToolTip(tr("What its owner pays a month beside the loan: electricity, network, staff"));
    connect(m_running, &QLineEdit::textChanged, this, &CentreSheet::refresh);
    const int beside = m_centre ? ++row : row; // a new one has no day of its end, and no row to spare
    form->addWidget(labelled(tr("Running cost a month, Rs"), m_running), beside, m_centre ? 0 : 2);
    ++row;
    m_hint = plainLabel(this);
    m_hint->setObjectName(QStringLiteral("centreHint"));
    m_hint->setWordWrap(true);
    m_hint->setProperty("tone", QStringLiteral("muted"));
    form->addWidget(m_hint, row++, 0, 1, 3);
    form->addWidget(buildAmenities(), row++, 0, 1, 3);
    m_contact = new CentreContact(m_services); // no child before the form has all: Tab goes through it as it stands
    connect(m_contact, &CentreContact::changed, this, &CentreSheet::refresh);
    form->addWidget(m_contact, row++, 0, 1, 3);
    for (int column = 0; column < 3; ++column)
        form->setColumnStretch(column, 1);
    body()->addLayout(form);

    m_cancel = new AskTwice(QStringLiteral("cancelCentre"), QStringLiteral("keepCentre"), this);
    m_cancel->setStaying(tr("Go on typing"));
    m_save = new QPushButton(m_centre ? tr("Save") : tr("Open the centre"), this);
    m_save->setObjectName(QStringLiteral("saveCentre"));
    m_save->setProperty("role", QStringLiteral("primary"));
    foot()->addStretch();
    foot()->addWidget(m_cancel);
    foot()->addWidget(m_save);
    connect(m_cancel, &AskTwice::confirmed, this, &QWidget::close);
    connect(m_save, &QPushButton::clicked, this, &CentreSheet::save);
}

QWidget *CentreSheet::buildAmenities()
{
    auto *box = new QWidget(this);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(2);
    constexpr int kColumns = 3;
    const QStringList &tokens = centre::amenities();
    for (int i = 0; i < tokens.size(); ++i) {
        auto *check = new QCheckBox(centrewords::amenity(tokens.at(i)), box);
        check->setObjectName(QStringLiteral("amenity.") + tokens.at(i));
        connect(check, &QCheckBox::toggled, this, &CentreSheet::refresh);
        m_amenities.append(check);
        grid->addWidget(check, i / kColumns, i % kColumns);
    }
    return labelled(tr("What it offers"), box);
}

/// Adds those that hold \p text and are not in the list yet; how many there are.
qsizetype CentreSheet::addBuildings(const QString &text)
{
    const auto buildings = CentreRepository(m_services.workspace.database)
                               .openable(text, programmeDay(m_services.workspace.clock.now()), kMostBuildings);
    if (!buildings) {
        messages()->post(kError, Message::of(buildings.error()));
        return 0;
    }
    for (const OpenableBuilding &building : *buildings) {
        if (m_building->findData(building.id) >= 0)
            continue;
        const QString city = labels::cityName(building.cityId, building.city);
        m_building->addItem(
            format::list({format::code(building.code), building.name, city, format::seats(building.seats)}),
            building.id);
        m_building->setItemData(m_building->count() - 1, building.seats, kSeatsRole);
        m_building->setItemData(m_building->count() - 1,
                                QStringList{nameKey(building.code), nameKey(building.name), nameKey(building.city),
                                            nameKey(city), nameKey(m_building->itemText(m_building->count() - 1))}
                                    .join(QLatin1Char(' ')),
                                kKeysRole);
    }
    return buildings->size();
}

/// What is typed may be of a building beyond the first ones.
void CentreSheet::readTyped()
{
    const QString typed = m_building->currentText();
    if (chosenRow() >= 0 || typed.trimmed().isEmpty())
        return;
    const int cursor = m_building->lineEdit()->cursorPosition();
    if (addBuildings(typed) == 0)
        return;
    if (m_building->currentText() != typed) { // a first entry is taken for the chosen one
        m_building->setCurrentIndex(-1);
        m_building->setEditText(typed);
        m_building->lineEdit()->setCursorPosition(cursor);
    }
    m_building->completer()->setCompletionPrefix(nameKey(typed));
    if (m_building->lineEdit()->hasFocus())
        m_building->completer()->complete();
}

void CentreSheet::readBuildings(const QString &chosen)
{
    qsizetype found = addBuildings({});
    if (const auto building = m_services.workspace.records.find(Entity::Building, chosen);
        !chosen.isEmpty() && building && *building && m_building->findData(chosen) < 0)
        found += addBuildings((*building)->fields.value(QStringLiteral("code")).toString());
    m_building->setCurrentIndex(chosen.isEmpty() ? (m_building->count() == 1 ? 0 : -1) : m_building->findData(chosen));
    if (found == 0)
        messages()->post(kError, {Status::Info,
                                  {tr("No building waits for a centre."),
                                   tr("Each building with a certificate in force has one, or none is certified."),
                                   tr("Issue a certificate first; then its building stands here.")},
                                  {},
                                  {},
                                  false});
}

int CentreSheet::chosenRow() const
{
    const int row = m_building->currentIndex();
    return row >= 0 && m_building->itemText(row) == m_building->currentText() ? row : -1;
}

/// The id of the chosen one, or what is typed; null for neither.
QJsonValue CentreSheet::enteredBuilding() const
{
    return m_building == nullptr ? QJsonValue() : enteredIn({{kBuilding, m_building}}).value(kBuilding);
}

/// What is typed may be of a building beyond the first ones, as in readTyped().
void CentreSheet::enterBuilding(const QJsonValue &building)
{
    if (!building.isObject())
        return readBuildings(building.toString());
    readBuildings({});
    const QJsonObject typed{{kBuilding, building}};
    m_building->setCurrentIndex(-1);
    enterInto({{kBuilding, m_building}}, typed);
    if (const QString text = m_building->currentText(); !text.trimmed().isEmpty() && addBuildings(text) > 0) {
        m_building->setCurrentIndex(-1);
        enterInto({{kBuilding, m_building}}, typed);
    }
}

/// All but the building and what is ticked.
QHash<QString, QWidget *> CentreSheet::fields() const
{
    QHash<QString, QWidget *> all = m_contact->fields();
    all.insert(QStringLiteral("name"), m_name);
    all.insert(QStringLiteral("seats"), m_seats);
    all.insert(QStringLiteral("rate"), m_rate);
    all.insert(kRunning, m_running);
    all.insert(QStringLiteral("opened"), m_opened->line());
    if (m_closed != nullptr)
        all.insert(QStringLiteral("closed"), m_closed->line());
    return all;
}

void CentreSheet::fill(const CentreEntry &entry)
{
    m_name->setText(entry.name);
    m_seats->setValue(entry.seats);
    m_rate->setHundredths(entry.seatRatePaisa);
    m_running->setHundredths(entry.runningCostPaisa);
    m_opened->setDate(entry.openedOn);
    if (m_closed != nullptr)
        m_closed->setDate(entry.closedOn);
    tick(entry.amenities);
    m_contact->setEntry(entry);
}

void CentreSheet::tick(const QStringList &amenities)
{
    for (qsizetype i = 0; i < m_amenities.size(); ++i)
        m_amenities.at(i)->setChecked(amenities.contains(centre::amenities().at(i)));
}

CentreEntry CentreSheet::entry() const
{
    CentreEntry entry;
    entry.name = m_name->text().trimmed();
    entry.seats = m_seats->value();
    entry.seatRatePaisa = m_rate->hundredths().value_or(-1);
    if (!m_running->isEmpty())
        entry.runningCostPaisa = m_running->hundredths().value_or(-1);
    entry.openedOn = m_opened->date();
    if (m_closed != nullptr)
        entry.closedOn = m_closed->date();
    for (qsizetype i = 0; i < m_amenities.size(); ++i) {
        if (m_amenities.at(i)->isChecked())
            entry.amenities.append(centre::amenities().at(i));
    }
    m_contact->read(entry);
    return entry;
}

/// The members of toJson() that are not as they were shown, each as it stands in its field: it may be half typed.
QJsonObject CentreSheet::entered() const
{
    QJsonObject all;
    const QJsonObject now = toJson(entry());
    const QJsonObject shown = toJson(m_shown);
    const QJsonObject texts = enteredIn(fields());
    for (auto it = now.begin(); it != now.end(); ++it) {
        const bool odd = (it.key() == QLatin1String("rate") && m_rate->isOdd()) ||
                         (it.key() == kRunning && m_running->isOdd()) ||
                         (it.key() == QLatin1String("opened") && isOdd(m_opened)) ||
                         (it.key() == QLatin1String("closed") && isOdd(m_closed));
        if (odd || it.value() != shown.value(it.key()))
            all.insert(it.key(), texts.contains(it.key()) ? texts.value(it.key()) : it.value());
    }
    return all;
}

bool CentreSheet::isTouched() const
{
    return !entered().isEmpty() || enteredBuilding() != m_shownBuilding;
}

/// Says at once what stands in the way, and what is allowed but unusual.
void CentreSheet::refresh()
{
    if (m_save == nullptr) // still being built
        return;
    int certified = m_certified;
    if (!m_centre)
        certified = chosenRow() < 0 ? 0 : m_building->currentData(kSeatsRole).toInt();
    QStringList words;
    if (m_contactOnly)
        words.append(
            tr("The certificate of this building is not in force: whom to call can be changed, and the centre can be "
               "closed."));
    if (m_closed != nullptr && m_closed->date().isValid() && m_closed->date() != m_shown.closedOn)
        words.append(tr("A closed centre leaves the public list and the reminders; its months stay, and later ones are "
                        "not taken."));
    if (const QString consent = m_contact->hint(); !consent.isEmpty())
        words.append(consent);
    if (certified > 0)
        words.append(tr("Certified for %1.").arg(format::seats(certified)));
    const auto rate = m_rate->hundredths();
    if (rate && *rate > m_ceiling)
        words.append(tr("The rate is above the programme's ceiling of %1; it is saved all the same, and marked.")
                         .arg(format::rupees(m_ceiling)));
    if (m_rate->isOdd() || m_running->isOdd())
        words.append(tr("An amount cannot be read: digits, and at most two behind the point."));
    const bool oddDay = isOdd(m_opened) || isOdd(m_closed);
    if (oddDay)
        words.append(tr("A day cannot be read: day, month and year."));
    m_hint->setText(words.join(QLatin1Char(' ')));
    m_hint->setVisible(!words.isEmpty());
    m_cancel->setWords(tr("Cancel"), tr("Throw it away"),
                       isTouched() ? tr("What you entered is not saved.") : QString());
    m_save->setEnabled(!m_name->text().trimmed().isEmpty() && m_seats->value() > 0 && rate.has_value() &&
                       !m_running->isOdd() && !oddDay && (m_centre || chosenRow() >= 0));
}

void CentreSheet::save()
{
    Centres centres(m_services.workspace);
    const auto done = m_centre ? centres.edit(m_services.actor, m_centre->id(), entry(), m_shown)
                               : centres.open(m_services.actor, m_building->currentData().toString(), entry());
    if (!done)
        return messages()->post(kError, Message::of(done.error()));
    const QString id = done->id();
    close();
    Q_EMIT saved(id);
}

QJsonObject CentreSheet::unfinishedIn(const QWidget &window)
{
    const auto *sheet = window.findChild<const CentreSheet *>();
    if (sheet == nullptr || !sheet->isVisible())
        return {};
    if (sheet->m_centre)
        return {{QStringLiteral("centre"), sheet->m_centre->id()},
                {kShown, toJson(sheet->m_shown)},
                {kEntered, sheet->entered()}};
    return {{kBuilding, sheet->enteredBuilding()}, {kEntered, sheet->entered()}};
}

void CentreSheet::resume(const QJsonObject &unfinished)
{
    const QJsonObject entered = unfinished.value(kEntered).toObject();
    QJsonObject shown = toJson(m_shown);
    const QJsonObject over = m_centre ? unfinished.value(kShown).toObject() : shown;
    const QJsonObject contact = m_contact->resume(entered, over);
    QHash<QString, QWidget *> others = fields();
    for (auto it = contact.begin(); it != contact.end(); ++it)
        others.remove(it.key());
    for (auto it = entered.begin(); it != entered.end(); ++it) // a colleague may have changed it since it was on show
        shown.insert(it.key(), over.value(it.key()));
    for (auto it = contact.begin(); it != contact.end(); ++it)
        shown.insert(it.key(), it.value());
    m_shown = entryIn(shown);
    if (m_building != nullptr)
        enterBuilding(unfinished.value(kBuilding));
    enterInto(others, entered);
    if (entered.contains(kAmenities))
        tick(entered.value(kAmenities).toVariant().toStringList());
    refresh();
}

void CentreSheet::leave()
{
    refresh();
    m_cancel->press();
}

} // namespace markaz::ui
