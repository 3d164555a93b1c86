using SecretGuard.Cli.CommandLine;
using SecretGuard.Findings;
using SecretGuard.Reporting;
using SecretGuard.Triage;
using Spectre.Console;
using Rule = SecretGuard.Rules.Rule;

namespace SecretGuard.Cli.Audits.Screens;

/// <summary>What stands between head and foot: a secret in its place, those that a pattern covers, or the keys.</summary>
/// <param name="dialog">What is shown.</param>
/// <param name="sources">Reads the lines around a secret.</param>
/// <param name="rules">What was looked for.</param>
/// <param name="around">Lines to show before and after a secret.</param>
internal sealed class AuditBody(AuditDialog dialog, SourceReader sources, IReadOnlyList<Rule> rules, int around)
{
    /// <summary>From this height on there is room for more than the secret.</summary>
    private const int Roomy = 12;

    /// <summary>Below this height only its place and its line are shown.</summary>
    private const int Tight = 6;

    private readonly Dictionary<string, Rule> _rules = rules.ToDictionary(rule => rule.Slug, StringComparer.Ordinal);

    /// <summary>Adds it.</summary>
    public void AddTo(ScreenLines screen, int room)
    {
        if (dialog.Mode == AuditMode.Help)
        {
            KeyLegend.AddPage(screen, room);
        }
        else if (dialog.Mode is AuditMode.Pattern or AuditMode.Many || dialog is { Mode: AuditMode.Reason, Affected.Count: > 1 })
        {
            AddAffected(screen, room);
        }
        else if (dialog.Session.Current is { } item)
        {
            AddItem(screen, item, room);
        }
        else
        {
            screen.Add("Nothing matches the filter; / changes it, Esc shows all.");
        }
    }

    private void AddAffected(ScreenLines screen, int room)
    {
        screen.Add($"{dialog.Affected.Count} of {dialog.Session.Open} that are to be decided:", Styles.Title);
        int shown = Math.Max(1, room - 2);
        foreach (AuditItem item in dialog.Affected.Skip(dialog.Scroll).Take(shown))
        {
            string more = item.Places.Count > 1 ? $" and {item.Places.Count - 1} more" : "";
            screen.Add(($"  {item.First.Rule}  ", Style.Plain), ($"{Place(item.First)}{more}", Styles.Faint));
        }

        int left = dialog.Affected.Count - dialog.Scroll - shown;
        if (left > 0)
        {
            screen.Add($"  … {left} more", Styles.Faint);
        }
    }

    private void AddItem(ScreenLines screen, AuditItem item, int room)
    {
        Finding finding = item.Places[dialog.Place];
        ScreenLines about = screen.Empty(), advice = screen.Empty();
        string kind = $"[{finding.Rule}] {OptionChoice.NameOf(finding.Severity)}, confidence {OptionChoice.NameOf(finding.Confidence)}";
        bool isShort = room < Roomy || Cells.Count(finding.Title) + Cells.Count(kind) < screen.Width;
        if (room >= Tight)
        {
            about.Add((finding.Title, Styles.Title), (isShort ? $" {kind}" : "", Style.Plain));
        }

        if (!isShort)
        {
            about.Add(kind);
        }

        about.Add((Place(finding), Style.Plain), (item.Places.Count > 1 ? $"  place {dialog.Place + 1} of {item.Places.Count} (← →)" : "", Styles.Faint));
        if (room >= Tight)
        {
            about.Add(Status(item), Styles.Note);
        }

        AddAdvice(advice, item, finding, dialog.ShowsMore ? room : 2);
        bool isRoomy = room >= Roomy;
        int kept = dialog.ShowsMore ? Math.Min(advice.Count, Math.Max(0, room - about.Count - 3)) : isRoomy ? advice.Count : 0;
        int source = room - about.Count - kept - (isRoomy ? 2 : 0);
        screen.Add(about);
        if (isRoomy)
        {
            screen.Add("");
        }

        int before = screen.Count;
        SourceView.Add(screen, sources.Around(finding.Location), finding, around, Math.Max(1, source));
        if (isRoomy && screen.Count - before <= source)
        {
            screen.Add("");
        }

        advice.SetHeight(kept);
        screen.Add(advice);
    }

    private void AddAdvice(ScreenLines advice, AuditItem item, Finding finding, int most)
    {
        Rule? rule = _rules.GetValueOrDefault(finding.Rule);
        if (finding.Reason is { } why)
        {
            advice.AddWrapped("why    ", VisibleText.Of(why), most);
        }

        advice.AddWrapped("to do  ", rule?.Advice ?? "Revoke it, and keep the new one in a secret store.", most);
        if (dialog.ShowsMore)
        {
            if (rule?.Documentation is { } page)
            {
                advice.AddWrapped("see    ", page, most);
            }

            advice.AddWrapped("id     ", item.Fingerprint.ToString(), most);
        }
    }

    private string Status(AuditItem item)
    {
        BaselineEntry? entry = dialog.Session.EntryOf(item);
        string until = entry?.Expires is { } day && !entry.IsReal ? $" until {BaselineFormat.FormatDate(day)}" : "";
        string owner = entry?.Owner is { } name ? $" ({name})" : "";
        string reason = entry?.Reason is { } why ? $": {why}" : "";
        return VisibleText.Of(dialog.Session.StatusOf(item) switch
        {
            AuditStatus.New => "not decided yet",
            AuditStatus.Unaudited => $"in the baseline{until}, without a reason{owner}",
            AuditStatus.Expired => $"was accepted{until}{owner}{reason}",
            AuditStatus.Accepted => $"accepted{until}{owner}{reason}",
            _ => $"real{owner}{reason}",
        });
    }

    private static string Place(Finding finding) => $"{VisibleText.Of(finding.Location.Path)}:{finding.Location.StartLine}:{finding.Location.StartColumn}";
}
