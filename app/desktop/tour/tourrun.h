// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/desktopapp.h"
#include "app/desktop/tour/hand.h"
#include "app/desktop/tour/tour.h"
#include "app/desktop/tour/tourserver.h"
#include "core/workflow/evidence.h"

#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QTimer>

#include <functional>

namespace markaz::desktop {

/// The tour's steps, one after the other on the event loop: each acts once, then waits for what it said to come true.
class TourRun final : public QObject
{
    Q_OBJECT
public:
    TourRun(QApplication &app, TourOptions options, const Clock &clock);
    void begin();

private:
    struct Step
    {
        QString name;
        std::function<Result<void>()> act;
        std::function<bool()> until; ///< empty: at once
        QString picture;             ///< file name after its number; empty: none
        int seconds = 60;            ///< allowed
    };

    void planServer();
    void planBuilding();
    void planInspection();
    void planPhoto();
    void planSync();
    void planOfficer();
    void planPages(); ///< of the officer, which the main job does not pass by
    void planAdministrator();
    void planEnd();
    void add(const QString &name, std::function<Result<void>()> act, std::function<bool()> until = {},
             const QString &picture = {}, int seconds = 60);

    void addPage(const QString &name, const QString &title, const char *table, const QString &picture);
    void addShown(const QString &name, const QString &button, const char *shown, const QString &picture);

    void next();
    void poll();
    void finishStep();
    void fail(const QString &why);
    Result<void> savePicture(const QString &name);
    Result<void> answerSection(const QString &code);
    Result<void> openInspectionForReview();
    Result<void> openFirstRow(const char *table);
    Result<void> chooseInMenu(const QString &action);
    Result<void> switchTo(const QString &account);
    Result<void> writeSummary();
    Result<void> checkVerifyPage();
    QJsonObject laptopCounts() const;
    bool synced() const; ///< nothing waits, neither change nor file
    EvidenceCount filesOf() const;
    bool filesAreHere() const; ///< every file of the inspection is on the server and on this laptop
    QWidget *page(const char *name) const;
    bool hasRows(const char *table) const; ///< it is shown and not empty
    Result<void> turnTab(const char *from, const QString &id);
    void noteLaptop(const char *when);

    QApplication &m_app;
    TourOptions m_options;
    const Clock &m_clock;
    TourServer m_server;
    std::unique_ptr<DesktopApp> m_desktop;
    std::unique_ptr<Hand> m_hand;
    QNetworkAccessManager m_network;
    QTimer m_timer;
    QList<Step> m_steps;
    qsizetype m_at = -1;
    qint64 m_deadline = 0;
    int m_pictures = 0;
    QByteArray m_verifyPage;
    QString m_buildingId;
    QString m_inspectionId;
    QString m_certificateId;
    QJsonObject m_summary;
};

} // namespace markaz::desktop
