// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/occupancy.h"
#include "ui/models/freshness.h"
#include "ui/models/monthsmodel.h"
#include "ui/services.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace markaz::ui {

class AskTwice;
class BreakEvenCard;
class Card;
class ChartLegend;
class CentreSheet;
class MessageArea;
class MonthSheet;
class MonthsChart;
class SegmentedControl;
class PageHeader;
class TableView;

/// One centre: its certificate and clock, seats taken month by month, what else was reported, and whom to call.
class CentrePage final : public QWidget
{
    Q_OBJECT
public:
    explicit CentrePage(const Services &services, QWidget *parent = nullptr);
    void open(const QString &centreId);
    const QString &centreId() const { return m_id; }
    /// The form of a month; that of \p reportId to correct it.
    void record(const QString &reportId = {});
    /// Opens the centre and its form again with what MonthSheet::unfinishedIn() kept, or CentreSheet::unfinishedIn().
    Result<void> resumeMonth(const QJsonObject &unfinished);
    Result<void> resumeChange(const QJsonObject &unfinished);

Q_SIGNALS:
    void backRequested();
    void certificateRequested(const QString &certificateId);
    void buildingRequested(const QString &buildingId);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build(); // centrepagebuild.cpp, with the next two
    QWidget *buildMonths();
    QWidget *buildSide();
    void refresh();
    CentreSheet *change(const Centre &centre);
    Result<MonthSheet *> sheetOf(const QString &reportId);
    void sayStanding(const CentreRow &row);
    void fillCertificate(const CentreRow &row);
    void fillMonths();
    void fillChart();
    void fillBreakEven();
    void fillFacts(const Centre &centre);
    void removeMonth();
    void removeCentre();
    void say(const Error &error);
    QString accountName(const QString &id) const;
    QString chosenMonth() const;

    Services m_services;
    QString m_id;
    QString m_buildingId;
    QString m_certificateId;
    qint64 m_ceiling = m_services.policy.seatRateCeiling.value; ///< of the seat rate, in paisa
    MonthsModel m_months;
    Freshness m_freshness{[this] {
        if (!m_id.isEmpty())
            refresh();
    }};
    PageHeader *m_header;
    MessageArea *m_messages;
    QPushButton *m_edit;
    QPushButton *m_record;
    AskTwice *m_remove;
    Card *m_certificate;
    QVBoxLayout *m_certificateRows;
    QPushButton *m_openCertificate;
    QPushButton *m_openBuilding;
    Card *m_chartCard;
    ChartLegend *m_legend;
    SegmentedControl *m_views;
    MonthsChart *m_chart;
    Card *m_tableCard;
    BreakEvenCard *m_breakEven;
    TableView *m_table;
    QLabel *m_noMonths;
    QPushButton *m_correct;
    AskTwice *m_takeBack;
    Card *m_facts;
    QVBoxLayout *m_factRows;
    Card *m_contact;
    QVBoxLayout *m_contactRows;
};

} // namespace markaz::ui
