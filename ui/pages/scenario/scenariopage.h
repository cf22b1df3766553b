// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/savedscenarios.h"
#include "ui/pages/scenario/scenarioresults.h"
#include "ui/services.h"
#include "ui/widgets/listpage.h"

#include <QJsonObject>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace markaz::ui {

class AskTwice;
class LeversPanel;
class ProgrammeTabs;

/// What the programme would cost and who would carry his loan, with other terms: levers at the leading side, what they
/// come to beside them, at once. Scenarios are saved under names, compared, exported and read from files.
class ScenarioPage final : public ListPage
{
    Q_OBJECT
public:
    explicit ScenarioPage(const Services &services, QWidget *parent = nullptr);

    /// What is tried and not saved, to outlive a lock; empty: nothing is.
    QJsonObject unfinished() const;
    void resume(const QJsonObject &unfinished);
    const ShownScenario &shown() const { return m_shown; }
    /// Whether bands and lines of what is on show are still computed.
    bool isWaiting() const { return m_job.isRunning() || m_otherJob.isRunning(); }
    /// Shows a scenario that was read from somewhere: by its levers, or its loans where no levers make it.
    void open(const Scenario &scenario, const QString &savedId = {});
    void importFrom(const QString &path);
    Result<void> exportTo(const QString &path); ///< by its suffix: xlsx, pdf, json

Q_SIGNALS:
    void pageRequested(const QString &id); ///< another page of the programme

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void buildBar();
    void connectSaved();
    void reset();
    void edited();
    void recompute();
    void refreshSaved();
    void refreshButtons();
    void openSaved(const QString &id);
    void compareWith(const QString &id);
    void save(bool over);
    void remove();
    void askExport(const QString &suffix);
    void askImport();
    void putAside(); ///< offers what is not saved once more
    Result<void> writePdf(const QString &path) const;
    QString name() const;
    bool isOwn() const;
    bool isChanged() const;
    void fail(const Error &error);

    Services m_services;
    SavedScenarios m_saved;
    QList<ScenarioRow> m_rows;
    ShownScenario m_shown;
    std::optional<ShownScenario> m_other;
    QString m_openId;    ///< of the saved one that is on show; empty: none is
    QString m_compareId; ///< of the other
    QJsonObject m_clean; ///< the file of what was opened, saved or begun with
    bool m_handMade = false;
    ScenarioJob m_job;
    ScenarioJob m_otherJob;
    ProgrammeTabs *m_tabs = nullptr;
    LeversPanel *m_levers = nullptr;
    ScenarioResults *m_results = nullptr;
    QComboBox *m_open = nullptr;
    QComboBox *m_compare = nullptr;
    QLineEdit *m_name = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_saveNew = nullptr;
    QPushButton *m_export = nullptr;
    AskTwice *m_remove = nullptr;
};

} // namespace markaz::ui
