// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/buildings/buildingform.h"

#include "core/domain/position.h"
#include "ui/pages/buildings/mergesheet.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/widgets/asktwice.h"
#include "ui/widgets/citybox.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/enteredfields.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/positionfield.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>

#include <algorithm>

namespace markaz::ui {
namespace {

const QString kErrorKey = QStringLiteral("error");
const QString kDuplicateKey = QStringLiteral("duplicate");
const QString kAgainKey = QStringLiteral("again");
const QString kGiven = QStringLiteral("position_given"); ///< of what was typed: where the position is from
constexpr qsizetype kMostNamed = 5;

/// Writes \p text as the field's value; an emptied field goes away.
void put(QJsonObject &fields, const char *name, const QString &text)
{
    if (text.trimmed().isEmpty())
        fields.remove(QLatin1String(name));
    else
        fields.insert(QLatin1String(name), text.trimmed());
}

void put(QJsonObject &fields, const char *name, const QSpinBox *spin)
{
    if (spin->value() == spin->minimum())
        fields.remove(QLatin1String(name));
    else
        fields.insert(QLatin1String(name), spin->value());
}

void select(QComboBox *combo, const QVariant &data)
{
    const int index = combo->findData(data);
    combo->setCurrentIndex(index < 0 ? 0 : index);
}

void fill(QSpinBox *spin, const QJsonObject &fields, const char *name)
{
    const qint64 value = fields.value(QLatin1String(name)).toInteger();
    spin->setValue(value == 0 ? spin->minimum() : static_cast<int>(value));
}

QJsonObject toJson(const std::optional<Record> &seen)
{
    return seen ? QJsonObject{{QStringLiteral("id"), seen->id},
                              {QStringLiteral("rev"), seen->rev},
                              {QStringLiteral("fields"), seen->fields}}
                : QJsonObject();
}

/// What was kept of a record of \p like's kind and id; \p like where nothing was.
Record seenIn(const QJsonObject &json, const Record &like)
{
    if (json.value(QStringLiteral("id")).toString() != like.id)
        return like;
    return {like.entity, like.id, json.value(QStringLiteral("rev")).toInteger(),
            json.value(QStringLiteral("fields")).toObject()};
}

} // namespace

void BuildingForm::clear()
{
    for (const char *key : {"error", "duplicate", "position", "again"})
        m_messages->withdraw(QLatin1String(key));
    for (QLineEdit *line : {m_name, m_address, m_ownerName, m_cnic, m_phone, m_email, m_postal})
        line->clear();
    m_position->setFields({});
    for (QSpinBox *spin : {m_area, m_storeys, m_seats, m_year})
        spin->setValue(spin->minimum());
    for (QComboBox *combo :
         {static_cast<QComboBox *>(m_city), m_tenure, m_condition, m_levelEntrance, m_generator, m_ownerKind})
        combo->setCurrentIndex(0);
    m_city->setEnabled(true);
    m_idle->setDate({});
    m_notes->clear();
    m_id.clear();
    m_ownerId.clear();
    m_seen.reset();
    m_seenOwner.reset();
    m_alikeShown.clear();
    m_cancel->setWords(tr("Cancel"));
    markField({});
}

QJsonObject BuildingForm::entered() const
{
    QJsonObject all = enteredIn(m_fields);
    all.insert(kGiven, m_position->givenFields());
    return all;
}

/// The form of a building as it is stored, without what was typed of it.
void BuildingForm::begin(const QString &id)
{
    if (id.isEmpty())
        beginNew();
    else
        beginExisting(id);
    m_opened = entered();
    m_name->setFocus(Qt::OtherFocusReason);
}

void BuildingForm::open(const QString &id)
{
    if (const QJsonObject typed = unfinished(); !typed.isEmpty())
        m_putAside.insert(m_id, typed);
    begin(id);
    const QJsonObject typed = m_putAside.take(id);
    if (typed.isEmpty())
        return;
    resume(typed);
    m_messages->post(kAgainKey,
                     {Status::Info,
                      {tr("What you typed here before is here again."), tr("It is not saved as a record yet."), {}},
                      id.isEmpty() ? tr("Begin anew") : tr("As it was"),
                      {},
                      true},
                     [this, id] { begin(id); });
}

void BuildingForm::openNew()
{
    open({});
}

void BuildingForm::openExisting(const QString &id)
{
    open(id);
}

void BuildingForm::beginNew()
{
    clear();
    m_header->setTitle(tr("Register a building"));
    m_header->setCode({});
    m_header->setSub(tr("Saved on this laptop at once, sent when the server is reached"));
    m_save->setWords(tr("Register the building"));
    cityChanged();
}

void BuildingForm::beginExisting(const QString &id)
{
    clear();
    m_id = id;
    auto building = m_services.workspace.records.requireAs<Building>(id);
    if (!building) {
        m_messages->post(kErrorKey, Message::of(building.error()));
        return;
    }
    m_seen = building->record();
    const QJsonObject &fields = building->fields();
    m_header->setTitle(tr("Edit %1").arg(format::words(building->name())));
    m_header->setCode(building->code().toString());
    m_header->setSub(QString());
    m_save->setWords(tr("Save the changes"));
    m_name->setText(building->name());
    select(m_city, building->cityId());
    m_city->setEnabled(false); // the code carries the city's letters; a building in the wrong city is registered anew
    m_address->setText(building->address());
    m_position->setFields(fields);
    fill(m_area, fields, "covered_area_sqft");
    fill(m_storeys, fields, "storeys");
    fill(m_seats, fields, "planned_seats");
    fill(m_year, fields, "year_built");
    m_idle->setDate(building->idleSince());
    select(m_tenure, building->tenure());
    select(m_condition, building->condition());
    select(m_levelEntrance, fields.value(QStringLiteral("level_entrance")).toVariant());
    select(m_generator, fields.value(QStringLiteral("has_generator")).toVariant());
    m_notes->setPlainText(building->notes());
    m_ownerId = building->ownerId();
    if (!m_ownerId.isEmpty()) {
        auto owner = m_services.workspace.records.requireAs<Owner>(m_ownerId);
        if (!owner) {
            m_messages->post(kErrorKey, Message::of(owner.error()));
            return;
        }
        m_seenOwner = owner->record();
        m_ownerName->setText(owner->name());
        select(m_ownerKind, owner->kind());
        m_cnic->setText(owner->cnicOrNtn());
        m_phone->setText(owner->phone());
        m_email->setText(owner->email());
        m_postal->setText(owner->postalAddress());
    }
    for (QLineEdit *line : {m_name, m_address, m_position->line(), m_ownerName, m_cnic, m_phone, m_email, m_postal})
        line->setCursorPosition(0); // a long text shows its beginning
    cityChanged();
}

QJsonObject BuildingForm::unfinished() const
{
    const QJsonObject typed = entered();
    if (typed == m_opened)
        return {};
    return {{QStringLiteral("id"), m_id},
            {QStringLiteral("fields"), typed},
            {QStringLiteral("seen"), toJson(m_seen)},
            {QStringLiteral("seen_owner"), toJson(m_seenOwner)}};
}

void BuildingForm::resume(const QJsonObject &unfinished)
{
    begin(unfinished.value(QStringLiteral("id")).toString());
    if (m_seen)
        m_seen = seenIn(unfinished.value(QStringLiteral("seen")).toObject(), *m_seen);
    if (m_seenOwner)
        m_seenOwner = seenIn(unfinished.value(QStringLiteral("seen_owner")).toObject(), *m_seenOwner);
    const QJsonObject fields = unfinished.value(QStringLiteral("fields")).toObject();
    if (fields.contains(kGiven)) // and what is typed over it
        m_position->setFields(fields.value(kGiven).toObject());
    enterInto(m_fields, fields);
}

QJsonArray BuildingForm::putAside() const
{
    QJsonArray all;
    for (const QJsonObject &typed : m_putAside)
        all.append(typed);
    return all;
}

void BuildingForm::setPutAside(const QJsonArray &all)
{
    for (const auto &typed : all)
        m_putAside.insert(typed.toObject().value(QStringLiteral("id")).toString(), typed.toObject());
}

bool BuildingForm::goOn()
{
    if (!unfinished().isEmpty()) {
        m_name->setFocus(Qt::OtherFocusReason);
        return true;
    }
    if (m_putAside.isEmpty())
        return false;
    const QString first = m_putAside.constBegin().key(); // which is taken out
    open(first);
    return true;
}

/// Asks first where there is something to lose.
void BuildingForm::giveUp()
{
    if (!unfinished().isEmpty() && !m_cancel->asks()) {
        if (m_id.isEmpty()) { // one question at a time
            m_alikeShown.clear();
            m_save->setWords(tr("Register the building"));
        }
        m_cancel->setWords(tr("Cancel"), tr("Throw it away"), tr("What you entered is not saved."));
        return m_cancel->press();
    }
    begin({});
    Q_EMIT cancelled();
}

int BuildingForm::chosenCity() const
{
    return m_city->currentData().toInt();
}

void BuildingForm::cityChanged()
{
    const City *city = m_services.gazetteer.city(chosenCity());
    m_cityHint->setText(
        city == nullptr ? tr("The city gives the tier and the letters of the code.")
                        : tr("%1, %2, code %3-…")
                              .arg(labels::province(city->province), labels::tier(city->tier).toLower(), city->prefix));
    lookForDuplicates();
}

void BuildingForm::cityTyped()
{
    const QString typed = m_city->currentText().simplified();
    const QList<int> named = m_city->rowsNamed(typed);
    // As it stands in the list, small letters too; else by a name that is one city's alone.
    int found = m_city->findText(typed, Qt::MatchFixedString);
    if (found < 0 && named.size() == 1)
        found = named.first();
    // Words of no city must not stand over the city that was chosen before.
    m_city->setCurrentIndex(std::max(0, found));
    m_city->setEditText(m_city->itemText(m_city->currentIndex()));
    if (found < 0 && !typed.isEmpty())
        m_cityHint->setText((named.isEmpty()
                                 ? tr("“%1” is no city of your provinces. Choose one from the list.")
                                 : tr("Several cities of your provinces are called “%1”. Choose one from the list."))
                                .arg(typed));
}

/// Shows the buildings that may be the one that is entered; their ids.
QStringList BuildingForm::lookForDuplicates()
{
    m_messages->withdraw(kDuplicateKey);
    if (!m_id.isEmpty())
        return {};
    const auto position = Position::parse(m_position->line()->text());
    BuildingRepository repository(m_services.workspace.database);
    const auto alike = repository.nearDuplicates(m_name->text().trimmed(), chosenCity(),
                                                 position ? std::optional<Position>(*position) : std::nullopt);
    QStringList ids;
    QStringList named;
    for (const LikeBuilding &like : alike ? *alike : QList<LikeBuilding>()) {
        ids.append(like.row.id);
        if (named.size() < kMostNamed)
            named.append(QStringLiteral("%1 %2 (%3)")
                             .arg(format::code(like.row.code), format::words(like.row.name), comparison(like)));
    }
    if (ids != m_alikeShown) { // whoever was asked was asked about others
        m_alikeShown.clear();
        m_save->setWords(tr("Register the building"));
    }
    if (ids.isEmpty())
        return {};
    const QString first = alike->first().row.code;
    if (ids.size() > named.size())
        named.append(tr("and %1 more").arg(format::number(ids.size() - named.size())));
    m_messages->post(
        kDuplicateKey,
        {Status::Warn,
         {ids.size() == 1 ? tr("%1 may be the same building.").arg(named.first())
                          : tr("Each of these may be the same building: %1.").arg(named.join(QStringLiteral("; "))),
          tr("Nothing is registered yet."), tr("Look at it before you make another.")},
         ids.size() == 1 ? tr("Show it") : tr("Show %1").arg(format::code(first)),
         {},
         true},
        [this, id = ids.first()] { Q_EMIT showExisting(id); });
    return ids;
}

/// Whether it first has to be said that the building may be there already: once for the same ones.
bool BuildingForm::asksForDuplicates()
{
    const QStringList alike = lookForDuplicates();
    if (alike == m_alikeShown)
        return false;
    m_alikeShown = alike;
    m_cancel->setWords(tr("Cancel")); // one question at a time
    m_save->setWords(tr("Register the building"), tr("Register it all the same"),
                     tr("It may be there already: look above."));
    m_save->press();
    return true;
}

Result<BuildingEntry> BuildingForm::entry() const
{
    BuildingEntry entry;
    if (m_seen) {
        entry.seen = m_seen;
        entry.seenOwner = m_seenOwner;
        entry.building = m_seen->fields;
        entry.building.remove(QStringLiteral("code"));
        entry.building.remove(QStringLiteral("owner"));
    }
    QJsonObject &fields = entry.building;
    put(fields, "name", m_name->text());
    put(fields, "address", m_address->text());
    if (chosenCity() > 0)
        fields.insert(QStringLiteral("city"), chosenCity());
    put(fields, "covered_area_sqft", m_area);
    put(fields, "storeys", m_storeys);
    put(fields, "planned_seats", m_seats);
    put(fields, "year_built", m_year);
    put(fields, "idle_since", m_idle->date().isValid() ? m_idle->date().toString(Qt::ISODate) : m_idle->text());
    put(fields, "tenure", m_tenure->currentData().toString());
    put(fields, "condition", m_condition->currentData().toString());
    put(fields, "notes", m_notes->toPlainText());
    for (const auto &[name, choice] : {std::pair{QStringLiteral("level_entrance"), m_levelEntrance},
                                       std::pair{QStringLiteral("has_generator"), m_generator}}) {
        if (choice->currentData().isValid())
            fields.insert(name, choice->currentData().toBool());
        else
            fields.remove(name);
    }
    if (auto written = m_position->writeTo(fields); !written)
        return written.error();

    entry.ownerId = m_ownerId;
    QJsonObject owner;
    put(owner, "name", m_ownerName->text());
    put(owner, "cnic_ntn", m_cnic->text());
    put(owner, "phone", m_phone->text());
    put(owner, "email", m_email->text());
    put(owner, "postal_address", m_postal->text());
    if (!owner.isEmpty()) {
        put(owner, "kind", m_ownerKind->currentData().toString());
        entry.owner = owner;
    }
    return entry;
}

void BuildingForm::save()
{
    m_messages->withdraw(kErrorKey);
    markField({});
    cityTyped(); // its list may still be open over what was typed
    auto entered = entry();
    if (entered && asksForDuplicates())
        return;
    Result<Building> result =
        entered ? (m_id.isEmpty()
                       ? RegisterBuilding(m_services.workspace, m_services.gazetteer).run(m_services.actor, *entered)
                       : EditBuilding(m_services.workspace, m_services.gazetteer).run(m_services.actor, m_id, *entered))
                : Result<Building>(entered.error());
    if (!result) {
        Message message = Message::of(result.error());
        if (m_fields.value(result.error().where) == m_position->line()) // two fields of the record, one on the screen
            message.sentence = {tr("The position cannot be right."), tr("Everything else is kept as you entered it."),
                                tr("Type latitude and longitude, as 32.4945, 74.5229.")};
        m_messages->post(kErrorKey, message);
        markField(result.error().where);
        return;
    }
    begin({}); // nothing of it is unfinished
    Q_EMIT saved(result->id());
}

void BuildingForm::markField(const QString &field)
{
    for (auto it = m_fields.begin(); it != m_fields.end(); ++it) {
        if (it.value()->property("invalid").toBool())
            setStyled(it.value(), "invalid", false);
    }
    QWidget *widget = m_fields.value(field);
    if (widget == nullptr)
        return;
    setStyled(widget, "invalid", true);
    widget->setFocus(Qt::OtherFocusReason);
}

} // namespace markaz::ui
