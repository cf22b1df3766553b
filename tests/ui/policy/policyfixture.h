// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/policies.h"
#include "tests/ui/support/deskfixture.h"
#include "ui/desk.h"
#include "ui/deskpages.h"
#include "ui/mainwindow.h"
#include "ui/pages/policy/policypage.h"
#include "ui/pages/policy/policysheet.h"
#include "ui/widgets/frame/mainframe.h"

#include <QComboBox>
#include <QSpinBox>
#include <QTableView>

namespace markaz::ui::test {

/// A desk on the page of the policy. It is 2026-11-24.
class PolicyFixture : public DeskFixture
{
protected:
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Desk> m_desk;
    PolicyPage *m_page = nullptr;

    void open(const Actor &actor)
    {
        close();
        m_window = std::make_unique<MainWindow>();
        m_desk = std::make_unique<Desk>(*m_window->frame(), services(actor), QList<OtherAccount>{});
        m_window->resize(1366, 690);
        present(*m_window);
        m_window->frame()->showPage(page::kPolicy);
        m_page = static_cast<PolicyPage *>(m_window->frame()->page(page::kPolicy));
        settle();
    }
    void close()
    {
        m_desk.reset();
        leave(m_window);
    }
    void TearDown() override { close(); }

    /// As the server has it.
    void published(const PolicyBody &body)
    {
        put(Entity::Policy,
            {{QStringLiteral("version"), body.figures.version}, {QStringLiteral("body"), toJson(body)}});
    }
    /// Version 2: in force since July, with everything that a version may say.
    PolicyBody second()
    {
        PolicyBody body = PublishPolicy(*m_workspace, markaz::test::gazetteer()).proposal().value();
        const QString source = QStringLiteral("Sample order 12 of the ministry, 15 Jun 2026");
        body.figures.version = 2;
        body.from = QDate(2026, 7, 1);
        body.figures.seatRateCeiling = Paisa::rupees(4'500);
        body.figures.igniteShareBp = 6'000;
        body.budgets = {{FiscalYear{2026}, Paisa::rupees(300'000'000), Paisa::rupees(200'000'000)},
                        {FiscalYear{2027}, Paisa::rupees(360'000'000), Paisa::rupees(240'000'000)}};
        body.cityTiers = {{markaz::test::cityOf("LHE").id, 2}};
        body.eEmployment = EEmploymentRule{1'000, 5};
        for (const char *section : {"in_force_from", "seat_rate", "interest_subsidy", "budgets[0]", "budgets[1]",
                                    "city_tiers", "e_employment"})
            body.figures.sources.insert(QLatin1String(section), source);
        return body;
    }
    void openForm()
    {
        click(part<QPushButton>(*m_window, "newPolicy"));
        settle();
    }
    QTableView *table() { return part<QTableView>(*m_window, "policyTable"); }
    /// The value that the page shows of a figure; empty when it has no such row.
    QString shown(const QString &figure, int column = PolicyRowsModel::Value)
    {
        const QAbstractItemModel *model = table()->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            if (plain(model->index(row, PolicyRowsModel::Figure).data().toString()) == figure)
                return plain(model->index(row, column).data().toString());
        }
        return {};
    }
    QLineEdit *line(const char *path) { return part<QLineEdit>(*m_window, path); }
    /// A line or the line of a day.
    void enter(const char *path, const QString &text)
    {
        auto *field = part<QWidget>(*m_window, path);
        auto *edit = qobject_cast<QLineEdit *>(field);
        fillIn(edit != nullptr ? edit : static_cast<QLineEdit *>(field->focusProxy()), text);
    }
    void setNumber(const char *path, int value)
    {
        auto *field = part<QSpinBox>(*m_window, path);
        field->setFocus();
        field->selectAll();
        type(field, QString::number(value));
        QTest::keyClick(field, Qt::Key_Tab);
    }
    /// What is said below a field; empty: nothing.
    QString refusal(const QString &path)
    {
        const auto *label = m_window->findChild<QLabel *>(path + QStringLiteral(".refusal"));
        if (label == nullptr)
            qFatal("nothing is ever said of %s", qPrintable(path));
        return label->isVisibleTo(m_window.get()) ? plain(label->text()) : QString();
    }
    PolicySheet *sheet() { return m_window->findChild<PolicySheet *>(); }
    void review()
    {
        click(part<QPushButton>(*m_window, "reviewPolicy"));
        settle();
    }
    bool reviews() { return part<QTableView>(*m_window, "policyReview")->isVisibleTo(m_window.get()); }
    /// Behind a lock.
    void locked(const Actor &actor)
    {
        const QJsonObject kept = m_desk->unfinished();
        open(actor);
        m_desk->resume(kept);
        settle();
    }
};

} // namespace markaz::ui::test
