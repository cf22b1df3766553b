// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The first half of the tour: the server, the building, the inspection without a network, the sync.
#include "app/desktop/tour/touranswers.h"
#include "app/desktop/tour/tourrun.h"
#include "core/support/programmeday.h"
#include "core/workflow/inspections.h"
#include "ui/mainwindow.h"
#include "ui/pages/buildings/buildingspage.h"
#include "ui/pages/inspection/inspectionpage.h"
#include "ui/widgets/answers/itemrow.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>

namespace markaz::desktop {
namespace {

const QString kInspector = QStringLiteral("sample.inspector");
const QString kBuildingName = QStringLiteral("Old railway printing press (tour)");
constexpr int kSialkot = 1164909; // GeoNames id; a city of tier 2

} // namespace

void TourRun::planServer()
{
    add(
        QStringLiteral("The server gets its sample data"),
        [this] {
            m_server.makeSample();
            return Result<void>();
        },
        [this] { return m_server.finished(); }, {}, 180);
    add(
        QStringLiteral("The server starts"),
        [this] {
            m_summary.insert(QStringLiteral("server_before"), m_server.counts());
            m_server.serve();
            return Result<void>();
        },
        [this] { return m_server.listening(); });
    add(
        QStringLiteral("The inspector signs in; the laptop fetches the records of the province"),
        [this]() -> Result<void> {
            m_desktop = std::make_unique<DesktopApp>(m_app,
                                                     DesktopOptions{m_options.folder + QStringLiteral("/profile"),
                                                                    m_server.url().toString(),
                                                                    m_server.sampleAccounts(), kInspector},
                                                     m_clock);
            if (auto started = m_desktop->start(); !started)
                return started;
            m_hand = std::make_unique<Hand>(m_desktop->window());
            return {};
        },
        [this] { return synced() && page("workPage") != nullptr; }, QStringLiteral("my-work"), 120);
}

void TourRun::planBuilding()
{
    add(
        QStringLiteral("The buildings of the province"),
        [this] {
            noteLaptop("laptop_before");
            return m_hand->openPage(QStringLiteral("Buildings"));
        },
        {}, QStringLiteral("buildings"));
    add(
        QStringLiteral("The network goes: the server is stopped"),
        [this] {
            m_server.stop();
            return Result<void>();
        },
        [this] { return m_server.finished(); });
    add(
        QStringLiteral("A building is registered, without a network"),
        [this]() -> Result<void> {
            if (auto clicked = m_hand->click(QStringLiteral("newBuilding")); !clicked)
                return clicked;
            auto city = m_hand->find(QStringLiteral("city"));
            if (!city)
                return city.error();
            const std::pair<const char *, QString> fields[] = {
                {"name", kBuildingName},
                {"address", QStringLiteral("Paris Road, opposite the old station")},
                {"position", QStringLiteral("32.4945, 74.5229")},
                {"covered_area_sqft", QStringLiteral("3150")},
                {"storeys", QStringLiteral("2")},
                {"planned_seats", QStringLiteral("50")},
                {"year_built", QStringLiteral("1994")},
                {"idle_since", QStringLiteral("14 Apr 2022")},
                {"owner.name", QStringLiteral("Sample owner of the tour")},
                {"owner.cnic_ntn", QStringLiteral("34603-0000000-1")},
                {"owner.phone", QStringLiteral("0300-0000000")},
            };
            for (const auto &[name, text] : fields) {
                if (auto typed = m_hand->type(QLatin1String(name), text); !typed)
                    return typed;
            }
            const auto combo = qobject_cast<QComboBox *>(*city);
            const int row = combo->findData(kSialkot);
            if (row < 0)
                return makeError(ErrorCode::NotFound, QStringLiteral("the city is not in the list"),
                                 QStringLiteral("city"));
            return m_hand->type(static_cast<QWidget *>(combo), combo->itemText(row));
        },
        [this] {
            const auto *combo =
                qobject_cast<QComboBox *>(m_desktop->window()->findChild<QWidget *>(QStringLiteral("city")));
            return combo != nullptr && combo->currentData().toInt() == kSialkot;
        },
        QStringLiteral("register-building"));
    add(
        QStringLiteral("It is saved on the laptop and stands in the list"),
        [this]() -> Result<void> {
            if (auto clicked = m_hand->click(QStringLiteral("saveBuilding")); !clicked)
                return clicked;
            BuildingRepository repository(m_desktop->session()->workspace().database);
            BuildingFilter filter;
            filter.text = kBuildingName;
            const auto ids = repository.ids(filter, BuildingSort::Code, false);
            if (!ids)
                return ids.error();
            if (ids->size() != 1)
                return makeError(ErrorCode::NotFound, QStringLiteral("%1 buildings of that name").arg(ids->size()));
            m_buildingId = ids->first();
            return {};
        },
        [this] { return page("buildingDetail") != nullptr && page("buildingDetail")->isVisible(); },
        QStringLiteral("building-registered"));
}

Result<void> TourRun::answerSection(const QString &code)
{
    auto *inspection = qobject_cast<ui::InspectionPage *>(page("inspectionPage"));
    const Standard &standard = m_desktop->foundation().standard;
    const QDate today = programmeDay(m_clock.now());
    for (const QString &item : standard.section(code)->items) {
        const auto visible = [&] {
            return inspection->model()
                ->index(inspection->model()->rowOf(item))
                .data(ui::ChecklistModel::VisibleRole)
                .toBool();
        };
        const int tier = inspection->model()->context()->scoring.tier;
        const QJsonObject answer = tourAnswer(*standard.item(item), tier, today);
        if (answer.isEmpty() || !visible())
            continue;
        inspection->goToItem(item);
        ui::ItemRow *row = nullptr;
        const auto rows = inspection->findChildren<ui::ItemRow *>();
        for (ui::ItemRow *candidate : rows) {
            if (candidate->code() == item && candidate->isVisible())
                row = candidate;
        }
        if (row == nullptr)
            return makeError(ErrorCode::NotFound, QStringLiteral("the item is not on the screen"), item);
        if (auto given = m_hand->answer(row, answer); !given)
            return given;
        if (inspection->model()
                ->index(inspection->model()->rowOf(item))
                .data(ui::ChecklistModel::AnswerRole)
                .toJsonObject()
                .isEmpty())
            return makeError(ErrorCode::Incomplete, QStringLiteral("the answer was not saved"), item);
    }
    return {};
}

void TourRun::planInspection()
{
    add(
        QStringLiteral("The inspection begins"), [this] { return m_hand->click(QStringLiteral("inspectBuilding")); },
        [this] { return page("inspectionPage") != nullptr && page("inspectionPage")->isVisible(); },
        QStringLiteral("inspection-begins"));
    for (const char *section : {"A", "B", "C", "D", "E", "F", "G", "H", "I", "J"}) {
        add(
            QStringLiteral("Section %1 is answered").arg(QLatin1String(section)),
            [this, section]() -> Result<void> {
                auto *inspection = qobject_cast<ui::InspectionPage *>(page("inspectionPage"));
                if (m_inspectionId.isEmpty())
                    m_inspectionId = inspection->inspectionId();
                return answerSection(QLatin1String(section));
            },
            {}, QLatin1String(section) == QLatin1String("C") ? QStringLiteral("inspection-fire") : QString(), 120);
    }
    planPhoto();
    add(
        QStringLiteral("Every item is answered; the verdict is live"),
        [this]() -> Result<void> {
            auto *inspection = qobject_cast<ui::InspectionPage *>(page("inspectionPage"));
            const ScoreResult &score = inspection->model()->score();
            if (!score.complete())
                return makeError(ErrorCode::Incomplete, QStringLiteral("still missing"),
                                 (score.missing + score.notInspected).join(QLatin1Char(' ')));
            if (score.verdict != Verdict::Eligible)
                return makeError(
                    ErrorCode::WrongState,
                    QStringLiteral("the verdict is %1 at %2").arg(token(score.verdict)).arg(score.totalBp));
            m_summary.insert(QStringLiteral("score_bp"), score.totalBp);
            m_summary.insert(QStringLiteral("verdict"), token(score.verdict));
            inspection->goToItem(QStringLiteral("C-02"));
            return {};
        },
        {}, QStringLiteral("inspection-done"));
    add(
        QStringLiteral("How a visit that cannot be made is reported"),
        [this]() -> Result<void> {
            if (auto clicked = m_hand->click(QStringLiteral("reviewAndSubmit")); !clicked)
                return clicked;
            return m_hand->click(QStringLiteral("visitNotPossible"));
        },
        [this] { return page("visitPage")->isVisible(); }, QStringLiteral("visit-not-possible"));
    add(
        QStringLiteral("Review before submitting"),
        [this]() -> Result<void> {
            if (auto clicked = m_hand->click(QStringLiteral("leaveVisit")); !clicked) // this one was made
                return clicked;
            auto word = m_hand->find(QStringLiteral("carriedOut"));
            if (!word)
                return word.error();
            qobject_cast<QCheckBox *>(*word)->setFocus();
            qobject_cast<QCheckBox *>(*word)->click();
            return {};
        },
        [this] { return m_hand->find(QStringLiteral("submitInspection")).ok(); },
        QStringLiteral("review-before-submit"));
    add(
        QStringLiteral("The inspection is submitted, still without a network"),
        [this]() -> Result<void> {
            if (auto clicked = m_hand->click(QStringLiteral("submitInspection")); !clicked)
                return clicked;
            const auto inspection = m_desktop->session()->workspace().records.requireAs<Inspection>(m_inspectionId);
            if (!inspection)
                return inspection.error();
            if (inspection->state() != QLatin1String("submitted"))
                return makeError(ErrorCode::WrongState,
                                 QStringLiteral("the inspection is %1").arg(inspection->state()));
            return m_hand->openPage(QStringLiteral("Sync"));
        },
        [this] { return m_desktop->session()->sync().snapshot().trouble == SyncSnapshot::Trouble::NotReached; },
        QStringLiteral("offline-changes-wait"), 120);
}

void TourRun::planSync()
{
    add(
        QStringLiteral("The network is back: the server starts again"),
        [this]() -> Result<void> {
            const int waiting = m_desktop->session()->sync().snapshot().waiting;
            m_summary.insert(QStringLiteral("waiting_offline"), waiting);
            if (waiting < 90)
                return makeError(ErrorCode::Incomplete, QStringLiteral("only %1 changes wait").arg(waiting));
            m_server.serve();
            return {};
        },
        [this] { return m_server.listening(); });
    add(
        QStringLiteral("The laptop syncs"), [this] { return m_hand->click(QStringLiteral("syncNow")); },
        [this] { return synced() && filesOf().complete(); }, QStringLiteral("synced"), 120);
}

} // namespace markaz::desktop
