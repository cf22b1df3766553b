// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/positionfield.h"

#include "core/domain/photofacts.h"
#include "ui/positionreceiver.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/parts.h"

#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>

namespace markaz::ui {
namespace {

constexpr std::array kFields{"latitude_e6", "longitude_e6", "accuracy_m", "position_source"};

} // namespace

PositionField::PositionField(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
{
    m_pool.setMaxThreadCount(1);
    m_line = new QLineEdit(this);
    m_line->setMaxLength(40);
    m_line->setPlaceholderText(QStringLiteral("32.4945, 74.5229"));
    m_line->setLayoutDirection(Qt::LeftToRight);
    m_photo = new QPushButton(tr("From a photo…"), this);
    m_photo->setObjectName(QStringLiteral("positionFromPhoto"));
    m_photo->setIcon(icon(QStringLiteral("camera-photo")));
    m_receiver = new QPushButton(this);
    m_receiver->setObjectName(QStringLiteral("positionFromReceiver"));
    m_receiver->setIcon(icon(QStringLiteral("gps")));
    m_words = plainLabel(this);
    m_words->setObjectName(QStringLiteral("positionSource"));
    m_words->setFont(currentTheme().font(Type::Caption));
    auto *ways = new QHBoxLayout;
    ways->setSpacing(8);
    ways->addWidget(m_photo);
    ways->addWidget(m_receiver);
    ways->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_line);
    column->addWidget(m_words);
    column->addLayout(ways);
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::textChanged, this, &PositionField::refresh);
    connect(m_photo, &QPushButton::clicked, this, &PositionField::choosePhoto);
    connect(m_receiver, &QPushButton::clicked, this, &PositionField::chooseReceiver);
    if (m_services.receiver != nullptr) {
        connect(m_services.receiver, &PositionReceiver::found, this, [this](const Position &position) {
            if (m_device.isEmpty())
                return; // another field asked
            m_device.clear();
            give(position, QStringLiteral("gps"));
        });
        connect(m_services.receiver, &PositionReceiver::failed, this, [this](const Error &error) {
            if (m_device.isEmpty())
                return;
            m_device.clear();
            refresh();
            Q_EMIT failed(error);
        });
    }
    refresh();
}

PositionField::~PositionField()
{
    m_pool.waitForDone(); // its answer finds this gone
}

void PositionField::setFields(const QJsonObject &record)
{
    stopListening();
    ++m_asked;
    m_given = {};
    for (const char *name : kFields) {
        if (record.contains(QLatin1String(name)))
            m_given.insert(QLatin1String(name), record.value(QLatin1String(name)));
    }
    const auto position = Position::fromFields(m_given);
    m_line->setText(position ? position->toString() : QString());
    refresh();
}

Result<void> PositionField::writeTo(QJsonObject &record) const
{
    const QString entered = m_line->text().trimmed();
    const auto given = Position::fromFields(m_given);
    const bool asGiven = given && given->toString() == entered;
    QJsonObject fields = asGiven ? m_given : QJsonObject();
    if (!asGiven && !entered.isEmpty()) {
        const auto typed = Position::parse(entered);
        if (!typed)
            return typed.error();
        fields = {{QStringLiteral("latitude_e6"), typed->latitudeE6()},
                  {QStringLiteral("longitude_e6"), typed->longitudeE6()},
                  {QStringLiteral("position_source"), QStringLiteral("typed")}};
    }
    for (const char *name : kFields) {
        record.remove(QLatin1String(name));
        if (fields.contains(QLatin1String(name)))
            record.insert(QLatin1String(name), fields.value(QLatin1String(name)));
    }
    return {};
}

void PositionField::give(const Position &position, const QString &source)
{
    QJsonObject fields{{QStringLiteral("latitude_e6"), position.latitudeE6()},
                       {QStringLiteral("longitude_e6"), position.longitudeE6()},
                       {QStringLiteral("position_source"), source}};
    if (position.accuracyM() > 0)
        fields.insert(QStringLiteral("accuracy_m"), position.accuracyM());
    setFields(fields);
    Q_EMIT given();
}

void PositionField::choosePhoto()
{
    auto *dialog = new QFileDialog(this, tr("Photo that was taken at the building"), QString(),
                                   tr("Photos (*.jpg *.jpeg *.JPG *.JPEG)"));
    dialog->setObjectName(QStringLiteral("positionPhotoDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &PositionField::takeFromPhoto);
    dialog->open();
}

void PositionField::takeFromPhoto(const QString &path)
{
    m_pool.start([this, path, asked = ++m_asked] {
        QFile file(path);
        const bool opened = file.open(QIODevice::ReadOnly);
        const auto position = opened ? readPhotoFacts(file).position : std::nullopt;
        QMetaObject::invokeMethod(this, [this, asked, opened, position] {
            if (asked != m_asked)
                return;
            if (position)
                give(*position, QStringLiteral("photo"));
            else
                Q_EMIT failed(makeError(ErrorCode::NotFound, QStringLiteral("no position in it"),
                                        opened ? QStringLiteral("photo.position") : QStringLiteral("file.unreadable")));
        });
    });
}

void PositionField::chooseReceiver()
{
    if (!m_device.isEmpty()) {
        stopListening();
        return;
    }
    const QStringList devices = m_services.receiver == nullptr ? QStringList() : m_services.receiver->devices();
    if (devices.isEmpty()) {
        Q_EMIT failed(makeError(ErrorCode::NotFound, QStringLiteral("no serial device"), QStringLiteral("gps.none")));
        return;
    }
    if (devices.size() == 1) {
        listen(devices.first());
        return;
    }
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const QString &device : devices)
        menu->addAction(device, this, [this, device] { listen(device); });
    menu->popup(m_receiver->mapToGlobal(QPoint(0, m_receiver->height())));
}

void PositionField::listen(const QString &device)
{
    m_device = device;
    refresh();
    m_services.receiver->ask(device);
}

void PositionField::stopListening()
{
    if (!m_device.isEmpty())
        m_services.receiver->stop();
    m_device.clear();
    refresh();
}

void PositionField::hideEvent(QHideEvent *event)
{
    stopListening(); // nobody waits for it any more
    QWidget::hideEvent(event);
}

void PositionField::refresh()
{
    const bool listening = !m_device.isEmpty();
    m_receiver->setText(listening ? tr("Stop") : tr("From the GPS receiver"));
    m_receiver->setAccessibleName(listening ? tr("Stop listening to the GPS receiver") : m_receiver->text());
    QStringList words;
    const auto given = Position::fromFields(m_given);
    if (listening) {
        words.append(tr("Listening to the receiver at %1").arg(format::isolate(m_device)));
    } else if (given && given->toString() == m_line->text().trimmed()) {
        const QString source = m_given.value(QStringLiteral("position_source")).toString();
        if (!source.isEmpty())
            words.append(labels::positionSource(source));
        if (given->accuracyM() > 0)
            words.append(tr("accurate to %1").arg(format::distance(static_cast<double>(given->accuracyM()))));
    }
    m_words->setText(words.join(QStringLiteral(", ")));
    m_words->setVisible(!words.isEmpty());
}

} // namespace markaz::ui
