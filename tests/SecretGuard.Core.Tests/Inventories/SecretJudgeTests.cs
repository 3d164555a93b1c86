using System.Globalization;
using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.Rules;

namespace SecretGuard.Core.Tests.Inventories;

/// <summary>How a secret stands to its rotation on one day, and what of it is told as wrong.</summary>
public sealed class SecretJudgeTests
{
    private static readonly DateTimeOffset Today = new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero);

    /// <summary>What is declared (<c>every/grace/maxAge</c>, empty for nothing), when it was changed, when its store rotates it; how it stands, when it is due, when grace ends.</summary>
    [Theory]
    [InlineData("90d", "2026-03-01", null, RotationStatus.Fresh, "2026-05-30", null)]
    [InlineData("90d", "2025-12-20", null, RotationStatus.Due, "2026-03-20", null)]
    [InlineData("90d/7d", "2025-12-10", null, RotationStatus.Late, "2026-03-10", "2026-03-17")]
    [InlineData("90d/7d", "2025-12-01", null, RotationStatus.Overdue, "2026-03-01", "2026-03-08")]
    [InlineData("90d", "2025-12-10", null, RotationStatus.Overdue, "2026-03-10", null)]
    [InlineData("24h/30m", "2026-03-14", null, RotationStatus.Due, "2026-03-15", "2026-03-15")]
    [InlineData("90d", null, null, RotationStatus.Unknown, null, null)]
    [InlineData("90d", null, "2026-04-01", RotationStatus.Unknown, null, null)]
    [InlineData("90d", "2026-03-01", "2026-03-02", RotationStatus.Fresh, "2026-05-30", null)]
    [InlineData("manual", "2020-01-01", null, RotationStatus.Manual, null, null)]
    [InlineData("manual//1y", "2020-01-01", null, RotationStatus.Overdue, "2020-12-31", null)]
    [InlineData("manual//1y", "2026-01-01", null, RotationStatus.Fresh, "2027-01-01", null)]
    [InlineData("manual", "2026-01-01", "2026-04-01", RotationStatus.ByStore, "2026-04-01", null)]
    [InlineData("", "2020-01-01", null, RotationStatus.Undeclared, null, null)]
    [InlineData("", null, "2026-04-01", RotationStatus.ByStore, "2026-04-01", null)]
    [InlineData("", "2026-01-01", "2026-03-13", RotationStatus.Overdue, "2026-03-13", null)]
    public void Rotation_IsJudged(string declared, string? changed, string? next, RotationStatus status, string? due, string? graceEnds)
    {
        RotationRule? rule = Rule(declared);
        SecretState state = new(LockRecord.Present) { Changed = Day(changed), NextRotation = Day(next) };
        var judge = new SecretJudge(Today);
        RotationOutlook outlook = judge.RotationOf(state, rule);
        (outlook.Status, Text(outlook.Due), Text(outlook.GraceEnds)).ShouldBe((status, due, graceEnds));

        var secret = new DeclaredSecret("db", new Location("secretguard.yml", 1, 1, 1, 3)) { Rotation = rule };
        judge.Judge(state, secret).Select(wrong => wrong.Rule).ShouldBe(status switch
        {
            RotationStatus.Due => [ReferenceRules.RotationDue],
            RotationStatus.Late => [ReferenceRules.RotationLate],
            RotationStatus.Overdue => [ReferenceRules.RotationOverdue],
            _ => [],
        });
        judge.RotationOf(state with { Name = LockRecord.Missing }, rule).ShouldBe(new RotationOutlook(RotationStatus.Unknown));
    }

    [Fact]
    public void Rotation_WithinALongerTime_IsDueEarlier()
    {
        SecretState state = new(LockRecord.Present) { Changed = Day("2026-01-01") };
        new SecretJudge(Today).RotationOf(state, Rule("90d")).Status.ShouldBe(RotationStatus.Fresh);
        new SecretJudge(Today) { RotationWithin = TimeSpan.FromDays(30) }.RotationOf(state, Rule("90d")).Status.ShouldBe(RotationStatus.Due);
    }

    /// <summary>What is declared, when it was changed, how long its store lets a value be in use (a lease with <c>~</c>); how it stands, and what is told.</summary>
    [Theory]
    [InlineData("24h", null, "~24h", RotationStatus.ByStore, null)]
    [InlineData("24h", null, "~32d", RotationStatus.ByStore, "each credential of it is good for up to 32d ('setting'), and is to be another after 1d")]
    [InlineData("manual", null, "~32d", RotationStatus.ByStore, null)]
    [InlineData("manual//90d", null, "~1y", RotationStatus.ByStore, "each credential of it is good for up to 365d ('setting'), and is to be another after 90d")]
    [InlineData("", null, "~32d", RotationStatus.ByStore, null)]
    [InlineData("24h", "2026-03-14", "24h", RotationStatus.ByStore, null)]
    [InlineData("30d", "2026-02-20", "24h", RotationStatus.ByStore, null)]
    [InlineData("30d", "2026-01-20", "24h", RotationStatus.Overdue, null)]
    [InlineData("30d", "2026-03-01", "90d", RotationStatus.Fresh, "its store changes it after 90d ('setting'), and it is to be changed every 30d")]
    [InlineData("30d", null, "90d", RotationStatus.Unknown, "its store changes it after 90d ('setting'), and it is to be changed every 30d")]
    public void Term_IsHeldAgainstTheRotation(string declared, string? changed, string term, RotationStatus status, string? reason)
    {
        var told = new ValueTerm(DeclaredTime.Parse(term.TrimStart('~'))!.Value, "'setting'") { IsLease = term[0] == '~' };
        SecretState state = new(LockRecord.Present) { Changed = Day(changed), Term = told };
        var judge = new SecretJudge(Today);
        judge.RotationOf(state, Rule(declared)).Status.ShouldBe(status);
        var secret = new DeclaredSecret("db", new Location("secretguard.yml", 1, 1, 1, 3)) { Rotation = Rule(declared), Owner = "team-data" };
        judge.Judge(state, secret).Where(wrong => wrong.Rule == ReferenceRules.TermTooLong).Select(wrong => wrong.Reason).ShouldBe(reason is null ? [] : [reason + " (owner: team-data)"]);
        judge.Judge(state with { Name = LockRecord.Missing }, secret).Select(wrong => wrong.Rule).ShouldBe([ReferenceRules.Missing]);
    }

    private static RotationRule? Rule(string text)
    {
        string[] parts = text.Split('/');
        return text.Length == 0 ? null : new RotationRule(DeclaredTime.Parse(parts[0]), parts.Length > 1 && parts[1].Length > 0 ? DeclaredTime.Parse(parts[1])!.Value : TimeSpan.Zero)
        {
            MaxAge = parts.Length > 2 ? DeclaredTime.Parse(parts[2]) : null,
        };
    }

    private static DateTimeOffset? Day(string? text) => text is null ? null : DateTimeOffset.Parse(text + "T00:00:00Z", CultureInfo.InvariantCulture);

    private static string? Text(DateTimeOffset? time) => time?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
