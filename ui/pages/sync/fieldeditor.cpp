// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/sync/fieldeditor.h"

#include "core/domain/position.h"
#include "core/workflow/centres.h"
#include "ui/text/changewords.h"
#include "ui/text/labels.h"
#include "ui/widgets/answers/answereditor.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/moneyfield.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wheelguard.h"

#include <QCheckBox>
#include <QComboBox>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QMap>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <memory>

namespace markaz::ui {
namespace {

const QString kAgreed = QStringLiteral("contact_agreed_at");
constexpr qint64 kOneLine = 400; ///< characters; what may be longer gets several lines

QJsonValue orNull(const QString &text)
{
    return text.trimmed().isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text.trimmed());
}

Error unreadable(const QString &path)
{
    return makeError(ErrorCode::InvalidValue, QStringLiteral("cannot be read"), path);
}

/// What a person enters of a record; the rest follows from what the person does.
bool isEntered(Entity entity, const QString &key)
{
    static const QMap<Entity, QStringList> entered{
        {Entity::Owner,
         {QStringLiteral("name"), QStringLiteral("kind"), QStringLiteral("cnic_ntn"), QStringLiteral("phone"),
          QStringLiteral("email"), QStringLiteral("postal_address")}},
        {Entity::Building,
         {QStringLiteral("name"), QStringLiteral("address"), QStringLiteral("tenure"),
          QStringLiteral("covered_area_sqft"), QStringLiteral("storeys"), QStringLiteral("planned_seats"),
          QStringLiteral("year_built"), QStringLiteral("idle_since"), QStringLiteral("condition"),
          QStringLiteral("level_entrance"), QStringLiteral("has_generator"), QStringLiteral("notes"),
          QStringLiteral("position")}},
        {Entity::Review, {QStringLiteral("reason")}},
        {Entity::Finding,
         {QStringLiteral("severity"), QStringLiteral("description"), QStringLiteral("responsible"),
          QStringLiteral("due")}},
        {Entity::Centre,
         {QStringLiteral("name"), QStringLiteral("seats"), QStringLiteral("contact_name"),
          QStringLiteral("contact_phone"), QStringLiteral("contact_email"), QStringLiteral("contact_agreed_at"),
          QStringLiteral("opened_on"), QStringLiteral("closed_on"), QStringLiteral("contact"),
          QStringLiteral("seat_rate_paisa"), QStringLiteral("running_cost_paisa"), QStringLiteral("amenities")}},
        {Entity::OccupancyReport,
         {QStringLiteral("seats"), QStringLiteral("seats_taken"), QStringLiteral("freelancers"),
          QStringLiteral("dg_skills"), QStringLiteral("other_staff"), QStringLiteral("trainings"),
          QStringLiteral("events"), QStringLiteral("occupancy"), QStringLiteral("members"),
          QStringLiteral("seat_rate_paisa"), QStringLiteral("export_usd_cents")}},
        {Entity::Loan,
         {QStringLiteral("bank"), QStringLiteral("bank_reference"), QStringLiteral("notes"),
          QStringLiteral("principal"), QStringLiteral("principal_paisa"), QStringLiteral("policy_version"),
          QStringLiteral("tenor"), QStringLiteral("tenor_months"), QStringLiteral("grace_months"),
          QStringLiteral("markup"), QStringLiteral("markup_bp"), QStringLiteral("kibor_bp"),
          QStringLiteral("spread_bp")}},
        {Entity::Decision, {QStringLiteral("reason"), QStringLiteral("seats"), QStringLiteral("grade")}}};
    const bool ofItem = entity == Entity::Inspection &&
                        (key.startsWith(QLatin1String("answers.")) || key.startsWith(QLatin1String("notes.")));
    return ofItem || entered.value(entity).contains(key);
}

/// Whether \p key is a group whose members are entered one under another.
bool movesAsOne(const QString &key)
{
    return key == QLatin1String("contact") || key == QLatin1String("occupancy") || key == QLatin1String("members") ||
           key == QLatin1String("principal") || key == QLatin1String("markup") || key == QLatin1String("tenor");
}

/// Money, and a mark-up in percent, which has two places behind the point as well.
bool isInHundredths(const QString &key)
{
    return key.endsWith(QLatin1String("_paisa")) || key.endsWith(QLatin1String("_cents")) ||
           key.endsWith(QLatin1String("_bp"));
}

/// A contact is entered whole, whichever part of it is asked for: the word that it may be published is said of all of
/// it.
QStringList contactPaths()
{
    return {QStringLiteral("contact_name"), QStringLiteral("contact_phone"), QStringLiteral("contact_email"), kAgreed};
}

} // namespace

FieldEditor::FieldEditor(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
}

FieldEditor *FieldEditor::make(const Services &services, Entity entity, const QString &id, const QString &key,
                               const QStringList &paths, const QString &name, QWidget *parent)
{
    if (!isEntered(entity, key))
        return nullptr;
    std::unique_ptr<FieldEditor> editor(new FieldEditor(parent));
    // The address moves with its city, which is not entered here: it stays as it is.
    const QString path = key == QLatin1String("address") ? key : paths.value(0);
    const FieldSpec *spec = specOf(entity).find(path);
    if (key == QLatin1String("position")) {
        editor->makePosition();
    } else if (movesAsOne(key)) {
        editor->makeGroup(services, entity, id, key == QLatin1String("contact") ? contactPaths() : paths);
    } else if (spec == nullptr) {
        return nullptr;
    } else if (key.startsWith(QLatin1String("answers."))) {
        const auto inspection = services.workspace.records.requireAs<Inspection>(id);
        const QString code = key.section(QLatin1Char('.'), 1);
        const Standard &standard = inspection ? versionOf(services, *inspection) : services.standards.newest();
        const Item *item = standard.item(code);
        if (item == nullptr || item->type == ItemType::Calculated)
            return nullptr;
        editor->makeAnswer(services, standard, *item, key);
    } else {
        FieldSpec described = *spec;
        described.name = key; // also "notes.C-02", whose description is the map's
        switch (key.contains(QLatin1Char('.')) ? FieldType::Text : spec->type) {
        case FieldType::Text:
            if (described.max > kOneLine || key.contains(QLatin1Char('.')))
                editor->makeLongText(described);
            else
                editor->makeText(described);
            break;
        case FieldType::Integer:
            if (isInHundredths(key))
                editor->makeMoney(described);
            else
                editor->makeNumber(described);
            break;
        case FieldType::TextList:
            if (described.tokens.isEmpty())
                return nullptr;
            editor->makeTokens(described, ChangeWords(services), entity);
            break;
        case FieldType::Date:
            editor->makeDate(described);
            break;
        case FieldType::Instant: // the only one that is entered
            editor->makeAgreement(services, described);
            break;
        case FieldType::Boolean:
            editor->makeChoice(described, {{labels::yes(), true}, {labels::no(), false}});
            break;
        case FieldType::Token: {
            QList<std::pair<QString, QVariant>> options;
            for (const QString &token : described.tokens)
                options.append({ChangeWords(services).value(entity, key, token), token});
            editor->makeChoice(described, options);
            break;
        }
        default:
            return nullptr;
        }
    }
    QWidget *input = editor->m_input;
    if (!movesAsOne(key)) { // whose members have their own
        (input->focusProxy() == nullptr ? input : input->focusProxy())->setAccessibleName(name);
        input->setAccessibleName(name);
    }
    editor->setObjectName(QStringLiteral("field.") + key);
    return editor.release();
}

/// Each of them under its name, and all of them at once in what stands here.
void FieldEditor::makeGroup(const Services &services, Entity entity, const QString &id, const QStringList &paths)
{
    QList<std::pair<QString, FieldEditor *>> members;
    for (const QString &path : paths) {
        const QString name = labels::field(path);
        FieldEditor *member = make(services, entity, id, path, {path}, name, this);
        if (member == nullptr)
            continue;
        auto *label = plainLabel(name, this);
        label->setProperty("type", QStringLiteral("secondary"));
        label->setWordWrap(true);
        layout()->addWidget(label);
        layout()->addWidget(member);
        connect(member, &FieldEditor::edited, this, &FieldEditor::edited);
        members.append({path, member});
    }
    FieldEditor *agreement = members.isEmpty() || members.last().first != kAgreed ? nullptr : members.last().second;
    for (const auto &[path, member] : std::as_const(members)) { // another contact has agreed to nothing yet
        if (agreement != nullptr && member != agreement)
            connect(member, &FieldEditor::edited, agreement, [agreement] { agreement->setValues(QJsonObject()); });
    }
    m_show = [members](const QJsonObject &values) {
        for (const auto &[path, member] : members)
            member->setValues({{path, values.value(path)}});
    };
    m_values = [members]() -> Result<QJsonObject> {
        QJsonObject all;
        for (const auto &[path, member] : members) {
            auto value = member->values();
            if (!value)
                return value;
            all.insert(path, value->value(path));
        }
        return all;
    };
    m_input = members.isEmpty() ? static_cast<QWidget *>(this) : members.first().second;
    setFocusProxy(m_input == this ? nullptr : m_input);
}

void FieldEditor::take(QWidget *input)
{
    m_input = input;
    layout()->addWidget(input);
    setFocusProxy(input);
}

void FieldEditor::makeText(const FieldSpec &spec)
{
    auto *line = new QLineEdit(this);
    line->setMaxLength(static_cast<int>(spec.max));
    connect(line, &QLineEdit::textEdited, this, &FieldEditor::edited);
    const QString path = spec.name;
    m_show = [line, path](const QJsonObject &values) {
        line->setText(values.value(path).toString());
        line->setCursorPosition(0);
    };
    m_values = [line, path]() -> Result<QJsonObject> { return QJsonObject{{path, orNull(line->text())}}; };
    take(line);
}

void FieldEditor::makeLongText(const FieldSpec &spec)
{
    auto *edit = new QPlainTextEdit(this);
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(72);
    const QString path = spec.name;
    m_show = [edit, path](const QJsonObject &values) {
        const QSignalBlocker quiet(edit);
        edit->setPlainText(values.value(path).toString());
    };
    connect(edit, &QPlainTextEdit::textChanged, this, &FieldEditor::edited);
    m_values = [edit, path]() -> Result<QJsonObject> { return QJsonObject{{path, orNull(edit->toPlainText())}}; };
    take(edit);
}

void FieldEditor::makeNumber(const FieldSpec &spec)
{
    auto *line = new QLineEdit(this); // a spin box would bend a wrong value to the nearest right one
    line->setMaxLength(12);
    connect(line, &QLineEdit::textEdited, this, &FieldEditor::edited);
    const QString path = spec.name;
    m_show = [line, path](const QJsonObject &values) {
        const QJsonValue value = values.value(path);
        line->setText(value.isDouble() ? QString::number(value.toInteger()) : QString());
    };
    m_values = [line, path]() -> Result<QJsonObject> {
        QString text = line->text().simplified();
        text.remove(QLatin1Char(',')).remove(QLatin1Char(' '));
        if (text.isEmpty())
            return QJsonObject{{path, QJsonValue::Null}};
        bool isNumber = false;
        const qint64 number = text.toLongLong(&isNumber);
        return isNumber ? Result<QJsonObject>(QJsonObject{{path, number}}) : unreadable(path);
    };
    take(line);
}

void FieldEditor::makeMoney(const FieldSpec &spec)
{
    auto *line = new MoneyField(spec.max, this);
    connect(line, &QLineEdit::textEdited, this, &FieldEditor::edited);
    const QString path = spec.name;
    m_show = [line, path](const QJsonObject &values) {
        const QJsonValue value = values.value(path);
        line->setHundredths(value.isDouble() ? std::optional(value.toInteger()) : std::nullopt);
    };
    m_values = [line, path]() -> Result<QJsonObject> {
        if (line->isEmpty())
            return QJsonObject{{path, QJsonValue::Null}};
        const auto amount = line->hundredths();
        return amount ? Result<QJsonObject>(QJsonObject{{path, *amount}}) : unreadable(path);
    };
    take(line);
}

/// A list of tokens: each of them is ticked or not.
void FieldEditor::makeTokens(const FieldSpec &spec, const ChangeWords &words, Entity entity)
{
    QList<std::pair<QString, QCheckBox *>> checks;
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    for (const QString &token : spec.tokens) {
        auto *check = new QCheckBox(words.value(entity, spec.name, QJsonArray{token}), box);
        check->setObjectName(spec.name + QLatin1Char('.') + token);
        connect(check, &QCheckBox::clicked, this, &FieldEditor::edited);
        column->addWidget(check);
        checks.append({token, check});
    }
    const QString path = spec.name;
    m_show = [checks, path](const QJsonObject &values) {
        const QJsonArray chosen = values.value(path).toArray();
        for (const auto &[token, check] : checks)
            check->setChecked(chosen.contains(token));
    };
    m_values = [checks, path]() -> Result<QJsonObject> {
        QJsonArray chosen;
        for (const auto &[token, check] : checks) {
            if (check->isChecked())
                chosen.append(token);
        }
        return QJsonObject{{path, chosen.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(chosen)}};
    };
    take(box);
    setFocusProxy(checks.first().second);
}

void FieldEditor::makeDate(const FieldSpec &spec)
{
    auto *date = new DateField(this);
    connect(date->line(), &QLineEdit::textChanged, this, &FieldEditor::edited);
    const QString path = spec.name;
    m_show = [date, path](const QJsonObject &values) {
        const QSignalBlocker quiet(date->line());
        date->setDate(QDate::fromString(values.value(path).toString(), Qt::ISODate));
    };
    m_values = [date, path]() -> Result<QJsonObject> {
        if (date->text().trimmed().isEmpty())
            return QJsonObject{{path, QJsonValue::Null}};
        return date->date().isValid() ? Result<QJsonObject>(QJsonObject{{path, date->date().toString(Qt::ISODate)}})
                                      : unreadable(path);
    };
    take(date);
}

void FieldEditor::makeChoice(const FieldSpec &spec, const QList<std::pair<QString, QVariant>> &options)
{
    auto *combo = new QComboBox(this);
    WheelGuard::protect(combo);
    if (!spec.required)
        combo->addItem(tr("Not known"), QVariant());
    for (const auto &[words, value] : options)
        combo->addItem(words, value);
    connect(combo, &QComboBox::activated, this, &FieldEditor::edited);
    const QString path = spec.name;
    m_show = [combo, path](const QJsonObject &values) {
        combo->setCurrentIndex(std::max(0, combo->findData(values.value(path).toVariant())));
    };
    m_values = [combo, path]() -> Result<QJsonObject> {
        const QVariant chosen = combo->currentData();
        return QJsonObject{{path, chosen.isValid() ? QJsonValue::fromVariant(chosen) : QJsonValue(QJsonValue::Null)}};
    };
    take(combo);
}

/// Yes is the moment in which it is said.
void FieldEditor::makeAgreement(const Services &services, const FieldSpec &spec)
{
    auto *combo = new QComboBox(this);
    WheelGuard::protect(combo);
    combo->addItem(labels::no());
    combo->addItem(labels::yes());
    const QString path = spec.name;
    const auto agreedAt = std::make_shared<QString>();
    m_show = [combo, path, agreedAt](const QJsonObject &values) {
        *agreedAt = values.value(path).toString();
        combo->setCurrentIndex(agreedAt->isEmpty() ? 0 : 1);
    };
    const Centres centres(services.workspace);
    connect(combo, &QComboBox::activated, this, [this, agreedAt, centres](int index) {
        *agreedAt = index == 0 ? QString() : centres.agreedNow(*agreedAt);
        Q_EMIT edited();
    });
    m_values = [path, agreedAt]() -> Result<QJsonObject> { return QJsonObject{{path, orNull(*agreedAt)}}; };
    take(combo);
}

void FieldEditor::makePosition()
{
    auto *line = new QLineEdit(this);
    line->setMaxLength(40);
    line->setLayoutDirection(Qt::LeftToRight);
    line->setPlaceholderText(QStringLiteral("32.4945, 74.5229"));
    connect(line, &QLineEdit::textEdited, this, &FieldEditor::edited);
    const auto shown = std::make_shared<QJsonObject>();
    m_show = [line, shown](const QJsonObject &values) {
        *shown = values;
        const auto position = Position::fromFields(values);
        line->setText(position ? position->toString() : QString());
    };
    m_values = [line, shown]() -> Result<QJsonObject> {
        const auto before = Position::fromFields(*shown);
        const QString text = line->text().trimmed();
        if (before && before->toString() == text)
            return *shown; // with its source and accuracy
        QJsonObject values{{QStringLiteral("latitude_e6"), QJsonValue::Null},
                           {QStringLiteral("longitude_e6"), QJsonValue::Null},
                           {QStringLiteral("accuracy_m"), QJsonValue::Null},
                           {QStringLiteral("position_source"), QJsonValue::Null}};
        if (text.isEmpty())
            return values;
        const auto typed = Position::parse(text);
        if (!typed)
            return unreadable(QStringLiteral("latitude_e6"));
        values.insert(QStringLiteral("latitude_e6"), typed->latitudeE6());
        values.insert(QStringLiteral("longitude_e6"), typed->longitudeE6());
        values.insert(QStringLiteral("position_source"), QStringLiteral("typed"));
        return values;
    };
    take(line);
}

void FieldEditor::makeAnswer(const Services &services, const Standard &standard, const Item &item, const QString &path)
{
    AnswerEditor *input = makeAnswerEditor(item, standard, isUrdu(), this);
    const auto given = std::make_shared<QJsonObject>();
    const QString at = toIso(services.workspace.clock.now());
    m_show = [input, given](const QJsonObject &values) {
        *given = values.begin() == values.end() ? QJsonObject() : values.begin()->toObject();
        input->show(*given, 0, {});
    };
    connect(input, &AnswerEditor::answerGiven, this, [this, input, given, at](const QJsonObject &answer) {
        *given = answer;
        if (!answer.isEmpty())
            given->insert(QStringLiteral("at"), at);
        input->show(*given, 0, {});
        Q_EMIT edited();
    });
    m_values = [given, path]() -> Result<QJsonObject> {
        return QJsonObject{{path, given->isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(*given)}};
    };
    take(input);
}

void FieldEditor::setValues(const QJsonObject &byPath)
{
    m_show(byPath);
}

void FieldEditor::setInvalid(bool invalid)
{
    QWidget *input = m_input->focusProxy() == nullptr ? m_input : m_input->focusProxy();
    setStyled(input, "invalid", invalid);
    if (invalid)
        input->setFocus(Qt::OtherFocusReason);
}

} // namespace markaz::ui
