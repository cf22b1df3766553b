// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/sync/fieldeditor.h"

#include "core/domain/position.h"
#include "ui/text/changewords.h"
#include "ui/text/labels.h"
#include "ui/widgets/answers/answereditor.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wheelguard.h"

#include <QComboBox>
#include <QLineEdit>
#include <QMap>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <memory>

namespace markaz::ui {
namespace {

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
        {Entity::Decision, {QStringLiteral("reason"), QStringLiteral("seats"), QStringLiteral("grade")}}};
    const bool ofItem = entity == Entity::Inspection &&
                        (key.startsWith(QLatin1String("answers.")) || key.startsWith(QLatin1String("notes.")));
    return ofItem || entered.value(entity).contains(key);
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
            editor->makeNumber(described);
            break;
        case FieldType::Date:
            editor->makeDate(described);
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
    (input->focusProxy() == nullptr ? input : input->focusProxy())->setAccessibleName(name);
    input->setAccessibleName(name);
    editor->setObjectName(QStringLiteral("field.") + key);
    return editor.release();
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
