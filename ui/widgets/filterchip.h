// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QToolButton>

class QLineEdit;

namespace markaz::ui {

struct FilterOption
{
    QString id;
    QString text;
    QStringList names = {}; ///< others by which it is found, as of another language
};

/// A labelled drop-down button of a filter: "Province All", "Tier 1 and 2", "Stage 7 of 8". Its menu stays open while
/// several are chosen. Nothing chosen means all. Of a long list (kShort) the menu shows what is chosen and what fits
/// the words in its field, accents or not.
class FilterChip : public QToolButton
{
    Q_OBJECT
public:
    static constexpr qsizetype kShort = 20;   ///< so many options fit a menu
    static constexpr qsizetype kOffered = 12; ///< of more so many are shown, those that are chosen among them

    explicit FilterChip(const QString &label, QWidget *parent = nullptr);
    void setLabel(const QString &label);
    void setOptions(const QList<FilterOption> &options); ///< forgets chosen ids that are gone
    void setMultiple(bool multiple);                     ///< true unless told: several may be chosen
    void setChosen(const QStringList &ids);              ///< emits nothing
    QStringList chosen() const { return m_chosen; }      ///< in the order of the options; empty = all
    /// The words after the label.
    QString summary() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

public Q_SLOTS:
    void clear(); ///< back to all; emits chosenChanged if that is a change

Q_SIGNALS:
    void chosenChanged(const QStringList &ids);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fillMenu();
    void addFinder();
    void fillOptions();
    struct Offer
    {
        QList<FilterOption> options;
        qsizetype left = 0; ///< fit too, and are not among them
        bool nothingFits = false;
    };
    Offer offer() const;
    void takeFirst();
    QList<QAction *> optionActions() const;
    void toggled(const QString &id, bool on);
    void refresh();
    QString m_label;
    QList<FilterOption> m_options;
    QHash<QString, QStringList> m_keys; ///< by id: what is compared with what is typed, that of its text first
    QStringList m_chosen;
    bool m_multiple = true;
    QLineEdit *m_finder = nullptr; ///< in the menu of a long list
    bool m_pressed = false;        ///< in the menu: what is let go there was not the press that opened it
};

} // namespace markaz::ui
