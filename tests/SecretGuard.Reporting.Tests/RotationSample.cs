using SecretGuard.Findings;
using SecretGuard.Inventories;

namespace SecretGuard.Reporting.Tests;

/// <summary>Secrets in every state of their rotation, made of a text that a project may choose.</summary>
internal static class RotationSample
{
    /// <summary>The day that is judged.</summary>
    public static DateTimeOffset Day { get; } = new(2026, 3, 14, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The entries.</summary>
    public static IReadOnlyList<RotationEntry> Entries(string text)
    {
        RotationRule quarterly = new(TimeSpan.FromDays(92), TimeSpan.FromDays(7)) { Method = $"by {text}", Automation = $"{text}/rotate.yml" };
        RotationRule daily = new(TimeSpan.FromHours(24), TimeSpan.FromMinutes(30));
        RotationRule manual = new(null, TimeSpan.Zero) { Reason = text, MaxAge = TimeSpan.FromDays(365), Runbook = new($"docs/{text}.md", Place) };
        return
        [
            Entry("prod", $"{text}-db", quarterly, new(RotationStatus.Overdue) { Changed = Day.AddDays(-110), Due = Day.AddDays(-18), GraceEnds = Day.AddDays(-11) }) with { Expires = Day.AddDays(40) },
            Entry("prod", $"{text}-cache", quarterly, new(RotationStatus.Late) { Changed = Day.AddDays(-94), Due = Day.AddDays(-2), GraceEnds = Day.AddDays(5) }),
            Entry("prod", "tokens", daily, new(RotationStatus.Due) { Changed = Day.AddHours(-18), Due = Day.AddHours(6), GraceEnds = Day.AddHours(6.5) }),
            Entry("prod", "mail", quarterly, new(RotationStatus.Fresh) { Changed = Day, Due = Day.AddDays(92), GraceEnds = Day.AddDays(99) }),
            Entry("prod", "pager", manual, new(RotationStatus.Fresh) { Changed = Day.AddDays(-5), Due = Day.AddDays(360) }),
            Entry("dev", $"{text}-db", quarterly, new(RotationStatus.Unknown)) with { Cause = $"{text} has no '{text}'" },
            Entry("dev", "licence", new(null, TimeSpan.Zero), new(RotationStatus.Manual) { Changed = Day.AddDays(-500) }),
            Entry("dev", "ring", null, new(RotationStatus.ByStore) { Changed = Day.AddDays(-1), Due = Day.AddDays(29) }),
            Entry("dev", "loose", null, new(RotationStatus.Undeclared)),
        ];

        RotationEntry Entry(string environment, string id, RotationRule? rule, RotationOutlook outlook) =>
            new(environment, new DeclaredSecret(id, Place) { Rotation = rule, Owner = rule is null ? null : $"team-{text}", Category = rule is null ? null : text }, outlook) { Store = text };
    }

    private static Location Place { get; } = new("secretguard.yml", 1, 1, 1, 2);
}
