// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

#include <QThreadPool>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace markaz::ui {

/// A position: typed, taken from a photo, or from a GPS receiver at this laptop. Says where it is from and how accurate
/// it is, and keeps both as long as nobody types over it.
class PositionField final : public QWidget
{
    Q_OBJECT
public:
    explicit PositionField(const Services &services, QWidget *parent = nullptr);
    /// Waits for a photo that is being read.
    ~PositionField() override;
    QLineEdit *line() const { return m_line; }
    /// The position of a record; none clears it.
    void setFields(const QJsonObject &record);
    /// What setFields() would bring back beside the line's text: the position that was given, with where it is from.
    const QJsonObject &givenFields() const { return m_given; }
    /// Writes the position, its source and its accuracy into \p record, or takes them out where nothing is entered.
    /// InvalidValue for what is no position.
    Result<void> writeTo(QJsonObject &record) const;
    /// Reads the position of the photo at \p path, in another thread. It is nobody's where the field has got another
    /// record meanwhile.
    void takeFromPhoto(const QString &path);

Q_SIGNALS:
    void failed(const markaz::Error &error);
    void given(); ///< by a photo or a receiver

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void choosePhoto();
    void chooseReceiver();
    void listen(const QString &device);
    void stopListening();
    void give(const Position &position, const QString &source);
    void refresh();

    Services m_services;
    QJsonObject m_given; ///< as the record's fields; what is typed over it is another position
    QString m_device;    ///< that is listened to; empty: none
    QThreadPool m_pool;
    int m_asked = 0; ///< the last photo that is waited for
    QLineEdit *m_line;
    QPushButton *m_photo;
    QPushButton *m_receiver;
    QLabel *m_words;
};

} // namespace markaz::ui
