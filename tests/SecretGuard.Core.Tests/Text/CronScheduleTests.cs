using System.Globalization;
using SecretGuard.Text;

namespace SecretGuard.Core.Tests.Text;

/// <summary>Schedules of cron: when the next time is, and how long it may take.</summary>
public sealed class CronScheduleTests
{
    /// <summary>From a Sunday at noon.</summary>
    [Theory]
    [InlineData("0 0 * * SAT", "2026-03-07 00:00", "7.00:00:00")]
    [InlineData("0 * * * *", "2026-03-01 13:00", "01:00:00")]
    [InlineData("*/15 * * * *", "2026-03-01 12:15", "00:15:00")]
    [InlineData("30 4 1,15 * *", "2026-03-15 04:30", "16.00:00:00")]
    [InlineData("0 0 1 */3 *", "2026-04-01 00:00", "90.00:00:00")]
    [InlineData("0 9-17/4 * * mon-fri", "2026-03-02 09:00", "2.16:00:00")]
    [InlineData("0 0 13 * fri", "2026-03-06 00:00", "7.00:00:00")] // either day
    [InlineData("0 0 29 feb *", "2028-02-29 00:00", "360.00:00:00")]
    [InlineData("0 12 * * 7", "2026-03-08 12:00", "7.00:00:00")]
    [InlineData("5/20 3 ? * ?", "2026-03-02 03:05", "23:20:00")]
    [InlineData("0 0 31 * *", "2026-03-31 00:00", "30.00:00:00")]
    [InlineData("0 0 30 2 *", null, null)]
    public void Schedule_TellsItsTimes(string text, string? next, string? longest)
    {
        CronSchedule schedule = CronSchedule.Parse(text).ShouldNotBeNull();
        schedule.Next(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero))?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture).ShouldBe(next);
        schedule.LongestPause()?.ToString("c", CultureInfo.InvariantCulture).ShouldBe(longest);
    }

    [Theory]
    [InlineData("")]
    [InlineData("* * * *")]
    [InlineData("* * * * * *")]
    [InlineData("@daily")]
    [InlineData("60 * * * *")]
    [InlineData("* 24 * * *")]
    [InlineData("* * 0 * *")]
    [InlineData("* * L * *")]
    [InlineData("* * * 13 *")]
    [InlineData("* * * * 8")]
    [InlineData("5-1 * * * *")]
    [InlineData("*/0 * * * *")]
    [InlineData("1/2/3 * * * *")]
    [InlineData("1-2-3 * * * *")]
    [InlineData(", * * * *")]
    public void WhatIsNone_IsNotRead(string text) => CronSchedule.Parse(text).ShouldBeNull();
}
