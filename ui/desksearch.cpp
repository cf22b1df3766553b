// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The search over everything, Ctrl+K.
#include "ui/desk.h"

#include "ui/deskpages.h"
#include "ui/pages/buildings/buildingform.h"
#include "ui/pages/buildings/buildingspage.h"
#include "ui/pages/centres/centrespage.h"
#include "ui/pages/certificate/certificatepage.h"
#include "ui/text/format.h"
#include "ui/widgets/frame/mainframe.h"
#include "ui/widgets/frame/searchpopup.h"
#include "ui/widgets/frame/topbar.h"

#include <QLineEdit>

namespace markaz::ui {
namespace {

constexpr int kMostOfEach = 5;

} // namespace

void Desk::addSearch()
{
    m_search = new SearchPopup(m_frame.topBar()->search());
    connect(m_search, &SearchPopup::asked, this, &Desk::search);
    connect(m_search, &SearchPopup::recordChosen, this, &Desk::openFound);
    connect(this, &QObject::destroyed, m_search, &QObject::deleteLater); // the frame outlives this desk
}

void Desk::search(const QString &text)
{
    QList<SearchHit> hits;
    // What is closed to reading is not found either; an administrator has no records.
    if (m_services.reading == Reading::Open && m_buildings != nullptr) {
        auto found = SearchRepository(m_services.workspace.database).find(text, kMostOfEach);
        if (found)
            hits = std::move(found).value();
        else
            say(found.error());
    }
    m_search->setFound(hits, commands(text));
}

QList<SearchCommand> Desk::commands(const QString &text)
{
    QList<SearchCommand> all;
    const QString typed = text.trimmed();
    for (const QString &id : m_frame.entries())
        all.append(
            {tr("Go to %1").arg(m_frame.titleOf(id)), QStringLiteral("go-next"), [this, id] { m_frame.showPage(id); }});
    if (m_form != nullptr && m_services.reading == Reading::Open && m_frame.current() != page::kForm)
        all.append({tr("Register a building"), QStringLiteral("list-add"), [this] {
                        showPage(page::kForm, m_frame.current());
                        m_form->openNew();
                    }});
    if (m_assignments != nullptr && m_services.actor.role == Role::Officer)
        all.append({tr("Assign the chosen buildings"), QStringLiteral("person"), [this] {
                        m_frame.showPage(page::kBuildings);
                        m_buildings->assign();
                    }});
    all.append({tr("Verify a certificate"), QStringLiteral("document-edit-verify"),
                [this] { showPage(page::kVerify, m_frame.current()); }});
    if (m_centres != nullptr && m_services.actor.role == Role::Officer)
        all.append({tr("Open a centre"), QStringLiteral("computer-laptop"), [this] {
                        m_frame.showPage(page::kCentres);
                        m_centres->openCentre();
                    }});
    all.append({tr("Sync now"), QStringLiteral("view-refresh"), [this] { m_services.sync.syncNow(); }});
    all.append({tr("Lock now"), QStringLiteral("object-locked"), [this] { Q_EMIT lockRequested(); }});
    all.append({tr("Sign out"), QStringLiteral("person"), [this] { askSignOut(); }});
    if (m_buildings != nullptr) // behind what was named
        all.append({tr("All buildings with “%1”").arg(format::words(typed)), QStringLiteral("view-filter"),
                    [this, typed] {
                        m_frame.showPage(page::kBuildings);
                        m_buildings->setSearch(typed);
                    },
                    true});
    all.removeIf([&typed](const SearchCommand &command) {
        return !command.always && !command.words.contains(typed, Qt::CaseInsensitive);
    });
    return all;
}

void Desk::openFound(Entity entity, const QString &id)
{
    switch (entity) {
    case Entity::Inspection:
        return openInspection(id);
    case Entity::Finding:
        return openFinding(id);
    case Entity::Centre:
        return openCentre(id);
    case Entity::Loan:
        return openLoan(id);
    case Entity::Certificate:
        m_certificate->openCertificate(id);
        return showPage(page::kCertificate, m_frame.current());
    case Entity::Owner: {
        const auto owner = m_services.workspace.records.requireAs<Owner>(id);
        if (!owner)
            return say(owner.error());
        m_frame.showPage(page::kBuildings);
        return m_buildings->setSearch(owner->name());
    }
    default:
        m_frame.showPage(page::kBuildings);
        m_buildings->showBuilding(id);
    }
}

} // namespace markaz::ui
