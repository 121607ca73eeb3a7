#!/usr/bin/env python3
"""The table of what is owed, made without one line of the product.

The tests and the simulation hold the bot against this table. A judge that imported the product's own functions would find none of
their errors, so this program shares nothing with it: another language, the standard library only, the rules typed in from domain.md
(each constant names the section it was read from) and the plan's files read as plain data.

    python3 scripts/oracle/owed.py            writes the tables into test/fixtures/oracle
    python3 scripts/oracle/owed.py --check    exit 1 and the names of the files that would change
    options: --plan DIR (data/plan), --out DIR (test/fixtures/oracle)

Where the plan's data contradict domain.md the program stops and says so: then a person decides, not the table.
What domain.md leaves open is listed in test/fixtures/oracle/README.md.
"""

import argparse
import csv
import io
import json
import os
import sys
from datetime import date, datetime, time, timedelta

YEARS = (2025, 2026, 2027)

# domain.md, "Reminders": "Milestones count in working days back from L, the last working day on which a report is still on time: L-5,
# L-2, L morning, L 15:00; then after the cut-off the first working day (to the liaison), the third (liaison and the unit's leader), the
# fifth (and the coordinators' list). Default hour 08:30."
# (name, side of the cut-off, working days, local time, who, the coordinators' list as well)
MILESTONES = (
    ("L-5", "ahead", 5, time(8, 30), ("liaison",), False),
    ("L-2", "ahead", 2, time(8, 30), ("liaison",), False),
    ("L", "ahead", 0, time(8, 30), ("liaison",), False),
    ("L-15h", "ahead", 0, time(15, 0), ("liaison",), False),
    ("T+1", "after", 1, time(8, 30), ("liaison",), False),
    ("T+3", "after", 3, time(8, 30), ("liaison", "leader"), False),
    ("T+5", "after", 5, time(8, 30), ("liaison", "leader"), True),
)

# domain.md, "Reminders": "Nothing is sent outside 07:00-21:00 or on days off".
SENDING_FROM, SENDING_UNTIL = time(7, 0), time(21, 0)

# domain.md, "The working calendar": days off besides Saturday and Sunday, and Saturdays worked instead. 2027 has no notice yet: there
# the plan's provisional calendar is taken as it is.
DAYS_OFF = {
    2025: ("01-01", "01-27", "01-28", "01-29", "01-30", "01-31", "04-07", "04-30", "05-01", "05-02", "09-01", "09-02"),
    2026: (
        "01-01", "01-02", "02-16", "02-17", "02-18", "02-19", "02-20", "04-27", "04-30", "05-01", "08-31", "09-01", "09-02", "11-24",
    ),
}
MAKE_UP = {2025: ("04-26",), 2026: ("01-10", "08-22")}

# The plan, V.2 ("trước ngày 18 hằng tháng", "trước ngày 15 tháng 6", "trước ngày 15 tháng 12 hằng năm"), and domain.md, "Deadlines":
# windows of Decree 09/2019, Article 12; "the first monthly period is March 2025".
# frequency: (last month of the period or None for each, day before which it is due, months from the period's last month to the
# window's first day, first period)
PLAN_SAYS = {
    "monthly": (None, 18, -1, "2025-03"),
    "half-yearly": (6, 15, -6, "2025-H1"),
    "yearly": (12, 15, -12, "2025"),
}
WINDOW_FROM_DAY, WINDOW_TO_DAY = 15, 14


class Contradiction(Exception):
    """The plan's data say something else than domain.md."""


def agree(what, data, rule):
    if data != rule:
        raise Contradiction(f"{what}: the plan's data say {data!r}, domain.md says {rule!r}")


class Calendar:
    """domain.md, "The working calendar": "Working days are Monday-Friday minus public holidays plus make-up Saturdays"."""

    def __init__(self, years):
        self.off, self.made_up, self.provisional = set(), set(), {}
        for entry in years:
            year = entry["year"]
            off = [date.fromisoformat(day["day"]) for day in entry["daysOff"]]
            made_up = [date.fromisoformat(day["day"]) for day in entry["makeUpDays"]]
            if year in DAYS_OFF:
                agree(f"days off {year}", sorted(off), sorted(date.fromisoformat(f"{year}-{day}") for day in DAYS_OFF[year]))
                agree(f"make-up days {year}", sorted(made_up), sorted(date.fromisoformat(f"{year}-{day}") for day in MAKE_UP[year]))
            # "a year without a notice is marked provisional"
            if year in YEARS:
                agree(f"provisional {year}", entry["provisional"], year not in DAYS_OFF)
            self.off.update(off)
            self.made_up.update(made_up)
            self.provisional[year] = entry["provisional"]

    def works(self, day):
        if day.year not in self.provisional:
            raise Contradiction(f"no calendar for {day.year}")
        return day in self.made_up or (day.weekday() < 5 and day not in self.off)

    def back(self, day, count):
        """The working day `count` working days before the working day `day`."""
        while count > 0:
            day -= timedelta(days=1)
            count -= self.works(day)
        return day

    def last_before(self, day):
        return self.back(day, 1)

    def nth_from(self, day, count):
        """The `count`-th working day, `day` itself being the first candidate."""
        day -= timedelta(days=1)
        while count > 0:
            day += timedelta(days=1)
            count -= self.works(day)
        return day


def shifted(year, month, by, day):
    months = year * 12 + month - 1 + by
    return date(months // 12, months % 12 + 1, day)


def periods_of(obligation):
    """(name, year, last month) of every period of the reporting years, in order."""
    frequency = obligation["frequency"]
    if frequency not in PLAN_SAYS:
        raise Contradiction(f"{obligation['code']}: domain.md gives this program no rule for {frequency!r}")
    last_month, _, _, first = PLAN_SAYS[frequency]
    agree(f"{obligation['code']} first period", obligation["firstPeriod"], first)
    agree(f"{obligation['code']} last period", obligation["lastPeriod"], None)
    for year in YEARS:
        if frequency == "monthly":
            named = [(f"{year}-{month:02d}", year, month) for month in range(1, 13)]
        elif frequency == "half-yearly":
            # The plan asks for one half-year report, in June.
            agree(f"{obligation['code']} halves", obligation["parts"], [1])
            named = [(f"{year}-H1", year, last_month)]
        else:
            named = [(str(year), year, last_month)]
        for period in named:
            if period[0] >= first:
                yield period


def period_row(obligation, calendar, period):
    name, year, month = period
    code = obligation["code"]
    _, due_day, back_months, _ = PLAN_SAYS[obligation["frequency"]]
    agree(
        f"{code} window",
        obligation["window"],
        {"from": {"month": back_months, "day": WINDOW_FROM_DAY}, "to": {"month": 0, "day": WINDOW_TO_DAY}},
    )
    # "Before a day means: the cut-off is 00:00 of that day"; "a cut-off that falls on a day off does not move by itself".
    agree(f"{code} cut-off", obligation["cutOff"], {"month": 0, "day": due_day, "word": "before"})
    agree(f"{code} on a day off", obligation["onDayOff"], "keep")
    # "All three reports are owed as written: in June the monthly and the half-year report, in December the monthly and the annual one."
    agree(f"{code} replaces the monthly one", obligation["replacesMonthly"], False)
    cut_off = shifted(year, month, 0, due_day)
    return {
        "obligation": code,
        "period": name,
        "window_from": shifted(year, month, back_months, WINDOW_FROM_DAY),
        "window_to": shifted(year, month, 0, WINDOW_TO_DAY),
        # "Tasks": "a task opens on the first day of the period's last month".
        "opens": datetime.combine(date(year, month, 1), time(0)),
        "cut_off": datetime.combine(cut_off, time(0)),
        "last_good_day": cut_off - timedelta(days=1),
        # "L, the last working day on which a report is still on time"
        "last_working_day": calendar.last_before(cut_off),
    }


def moments_of(row, calendar):
    for name, side, count, at, audience, escalates in MILESTONES:
        if side == "ahead":
            day = calendar.back(row["last_working_day"], count)
        else:
            day = calendar.nth_from(row["cut_off"].date(), count)
        moment = datetime.combine(day, at)
        assert calendar.works(day) and SENDING_FROM <= at <= SENDING_UNTIL, (row, name)
        assert moment >= row["opens"], (row, name)
        assert (moment < row["cut_off"]) == (side == "ahead"), (row, name)
        yield {
            "obligation": row["obligation"],
            "period": row["period"],
            "milestone": name,
            "at": moment,
            "to": "+".join(audience + (("coordinators",) if escalates else ())),
            "calendar": "provisional" if calendar.provisional[day.year] else "notice",
        }


def groups_of(units):
    """Units that owe exactly the same: by kind and by the days from and to which they exist."""
    groups = {}
    for unit in units:
        # "Tasks": the Department of Science and Technology "coordinates and does not owe itself".
        if unit["compiles"] == "yes":
            continue
        key = (unit["kind"], unit["valid_from"], unit["valid_to"])
        groups.setdefault(key, []).append(unit["code"])
    return groups


def exists_at(group, cut_off):
    """"every unit ... that exists at the period's cut-off": from its first day 00:00 to the end of its last day."""
    _, valid_from, valid_to = group
    if datetime.combine(date.fromisoformat(valid_from), time(0)) > cut_off:
        return False
    return valid_to == "" or cut_off < datetime.combine(date.fromisoformat(valid_to) + timedelta(days=1), time(0))


def messages_of(moments):
    """"One person gets one message for everything due at that moment": what one who never reports is reminded of, by role."""
    for role in ("liaison", "leader"):
        due = {}
        for moment in moments:
            if role in moment["to"].split("+"):
                due.setdefault(moment["at"], []).append(f"{moment['obligation']} {moment['period']} {moment['milestone']}")
        for at in sorted(due):
            yield {"role": role, "at": at, "about": "; ".join(sorted(due[at]))}


def check_policy(reminders):
    """The plan's reminder policy, turned into the words of domain.md."""
    said = []
    for one in reminders["milestones"]:
        ahead = one["anchor"] == "last-good-working-day"
        agree(f"{one['key']} anchor", one["anchor"] in ("last-good-working-day", "after-cut-off"), True)
        count = -one["workingDays"] if ahead else one["workingDays"]
        at = time.fromisoformat(one["at"])
        said.append((one["key"], "ahead" if ahead else "after", count, at, tuple(one["audience"]), one["escalates"]))
    agree("milestones", tuple(said), MILESTONES)
    hours = reminders["sendingHours"]
    agree("sending hours", (time.fromisoformat(hours["from"]), time.fromisoformat(hours["until"])), (SENDING_FROM, SENDING_UNTIL))


def written(value):
    return value.strftime("%Y-%m-%dT%H:%M") if isinstance(value, datetime) else str(value)


def table(title, columns, rows):
    out = io.StringIO()
    out.write(f"# {title}\n# Made by `python3 scripts/oracle/owed.py` from domain.md and data/plan; never by hand. Local time, Asia/Ho_Chi_Minh.\n")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([written(row[column]) for column in columns])
    return out.getvalue()


def tables(plan):
    def data(name):
        with open(os.path.join(plan, name), encoding="utf-8") as file:
            return json.load(file)

    with open(os.path.join(plan, "units.csv"), encoding="utf-8-sig", newline="") as file:
        units = list(csv.DictReader(file))
    calendar, obligations = Calendar(data("calendar.json")), data("obligations.json")
    check_policy(data("reminders.json"))
    # The plan, V.2 and domain.md, "Deadlines": these three, no more and no less.
    agree("obligations", sorted(one["frequency"] for one in obligations), sorted(PLAN_SAYS))
    compiling = [unit["code"] for unit in units if unit["compiles"] == "yes"]
    agree("who compiles", compiling, ["SKHCN"])

    periods, moments, owed = [], [], []
    groups = groups_of(units)
    for obligation in obligations:
        for period in periods_of(obligation):
            row = period_row(obligation, calendar, period)
            periods.append(row)
            moments.extend(moments_of(row, calendar))
            for group in sorted(groups):
                if group[0] in obligation["addressees"] and exists_at(group, row["cut_off"]):
                    owed.append({"group": "/".join(part for part in group if part), "obligation": row["obligation"], "period": row["period"]})
    members = [{"group": "/".join(part for part in group if part), "unit": unit} for group in sorted(groups) for unit in groups[group]]
    return {
        "periods.csv": table(
            "Each period: its data window (both days included), the moment it opens, its cut-off (received before it = on time), L",
            ["obligation", "period", "window_from", "window_to", "opens", "cut_off", "last_good_day", "last_working_day"],
            periods,
        ),
        "moments.csv": table(
            "Each milestone of each period: the minute, to whom, and by which calendar",
            ["obligation", "period", "milestone", "at", "to", "calendar"],
            moments,
        ),
        "groups.csv": table("Units that owe exactly the same", ["group", "unit"], members),
        "owed.csv": table("Who owes which period: one row is one task for each unit of the group", ["group", "obligation", "period"], owed),
        "messages.csv": table(
            "What a person is reminded of in one message whose unit never reports, by role",
            ["role", "at", "about"],
            messages_of(moments),
        ),
    }


def main():
    parser = argparse.ArgumentParser(description="Makes the table of what is owed, from domain.md and the plan's data.")
    parser.add_argument("--plan", default="data/plan")
    parser.add_argument("--out", default="test/fixtures/oracle")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 where a file would change")
    options = parser.parse_args()
    try:
        made = tables(options.plan)
    except Contradiction as found:
        sys.exit(f"owed.py: {found}")
    changed = []
    for name, text in made.items():
        path = os.path.join(options.out, name)
        if options.check:
            try:
                with open(path, encoding="utf-8", newline="") as file:
                    same = file.read() == text
            except FileNotFoundError:
                same = False
            if not same:
                changed.append(path)
        else:
            os.makedirs(options.out, exist_ok=True)
            with open(path, "w", encoding="utf-8", newline="") as file:
                file.write(text)
    if changed:
        sys.exit("owed.py: would change: " + ", ".join(changed))


if __name__ == "__main__":
    main()
