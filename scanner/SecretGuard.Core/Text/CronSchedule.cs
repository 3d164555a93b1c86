using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace SecretGuard.Text;

/// <summary>When something is done by a schedule of cron with five fields, in UTC: minute, hour, day of the month, month, day of the week. Where both days are said, either counts.</summary>
public sealed class CronSchedule
{
    private const int DaysAhead = (8 * 366) + 1; // the 29th of February may be eight years away

    private const int MinutesOfDay = 24 * 60, DaysOfMonth = 30;

    private static readonly DateTimeOffset Start = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] Weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
    private static readonly string[] NoNames = [];
    private static readonly char[] Blanks = [' ', '\t'];

    private readonly int[] _minutes; // of the day, on days that count
    private readonly HashSet<int> _days;
    private readonly HashSet<int> _months;
    private readonly HashSet<int> _weekdays;
    private readonly bool _isEitherDay;

    private CronSchedule(HashSet<int> minutes, HashSet<int> hours, HashSet<int> days, HashSet<int> months, HashSet<int> weekdays, bool isEitherDay)
    {
        _minutes = [.. hours.SelectMany(hour => minutes.Select(minute => (hour * 60) + minute)).OrderBy(minute => minute)];
        (_days, _months, _weekdays, _isEitherDay) = (days, months, weekdays, isEitherDay);
    }

    /// <summary>Reads one; null where it is none.</summary>
    public static CronSchedule? Parse(string text)
    {
        string[] fields = text.ToLowerInvariant().Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
        return fields.Length == 5 && Field(fields[0], 0, 59, NoNames) is { } minutes && Field(fields[1], 0, 23, NoNames) is { } hours && Field(fields[2], 1, 31, NoNames) is { } days
            && Field(fields[3], 1, 12, Months) is { } months && Field(fields[4], 0, 7, Weekdays) is { } weekdays
            ? new CronSchedule(minutes, hours, days, months, [.. weekdays.Select(day => day % 7)], !IsAny(fields[2]) && !IsAny(fields[4])) : null;
    }

    /// <summary>The first time behind another one; null where there is none.</summary>
    public DateTimeOffset? Next(DateTimeOffset after)
    {
        DateTime start = after.UtcDateTime;
        return DaysFrom(start.Date).SelectMany(day => _minutes.Select(minute => day.AddMinutes(minute))).Where(time => time > start).Select(time => (DateTimeOffset?)new DateTimeOffset(time, TimeSpan.Zero)).FirstOrDefault();
    }

    /// <summary>The longest time between one and the next, where a month counts 30 days; null where there is none.</summary>
    public TimeSpan? LongestPause()
    {
        if (Next(Start) is null)
        {
            return null;
        }

        int longest = _minutes.Zip(_minutes.Skip(1), (one, next) => next - one).DefaultIfEmpty().Max();
        int? before = null;
        foreach (int day in CountedDays())
        {
            longest = before is { } last ? Math.Max(longest, (day * MinutesOfDay) + _minutes[0] - last) : longest;
            before = (day * MinutesOfDay) + _minutes[_minutes.Length - 1];
        }

        return TimeSpan.FromMinutes(longest);
    }

    /// <summary>The days that count, by their numbers: those of two years of equal months, or of the calendar where weeks matter.</summary>
    private IEnumerable<int> CountedDays() => _weekdays.Count < Weekdays.Length || _isEitherDay
        ? DaysFrom(Start.UtcDateTime).Select(day => (day - Start.UtcDateTime).Days)
        : Enumerable.Range(0, 24).Where(month => _months.Contains((month % 12) + 1)).SelectMany(month => _days.Select(day => (month * DaysOfMonth) + Math.Min(day, DaysOfMonth)).Distinct().OrderBy(day => day));

    private IEnumerable<DateTime> DaysFrom(DateTime from) => Enumerable.Range(0, DaysAhead).Select(day => from.AddDays(day)).Where(IsDay);

    private bool IsDay(DateTime day)
    {
        bool isDay = _days.Contains(day.Day), isWeekday = _weekdays.Contains((int)day.DayOfWeek);
        return _months.Contains(day.Month) && (_isEitherDay ? isDay || isWeekday : isDay && isWeekday);
    }

    private static bool IsAny(string field) => field.Length > 0 && field[0] is '*' or '?';

    /// <summary>The numbers of <c>*</c>, <c>5</c>, <c>mon-fri</c>, <c>*/15</c>, <c>1,15</c>; null where it is none of these.</summary>
    private static HashSet<int>? Field(string field, int least, int most, string[] names)
    {
        var found = new HashSet<int>();
        foreach (string part in field.Split(','))
        {
            string[] stepped = part.Split('/');
            string[] ends = stepped[0].Split('-');
            int step = 1;
            bool isStepped = stepped.Length == 2;
            if (stepped.Length > 2 || ends.Length > 2 || (isStepped && (Number(stepped[1], 1, most, NoNames) is not { } said || (step = said) == 0)))
            {
                return null;
            }

            bool isAny = stepped[0] is "*" or "?";
            int? first = isAny ? least : Number(ends[0], least, most, names), last = isAny || (ends.Length == 1 && isStepped) ? most : Number(ends[ends.Length - 1], least, most, names);
            if (first is not { } from || last is not { } to || from > to)
            {
                return null;
            }

            for (int number = from; number <= to; number += step)
            {
                found.Add(number);
            }
        }

        return found;
    }

    private static int? Number(string text, int least, int most, string[] names)
    {
        int named = Array.IndexOf(names, text);
        return named >= 0 ? named + (names.Length == 12 ? 1 : 0) : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most ? number : null;
    }
}
