using System.Globalization;
using SecretGuard.Findings;

namespace SecretGuard.Reporting;

/// <summary>What is told of secrets in a history: their way, and how they are taken out.</summary>
internal static class HistoryText
{
    private const int Digits = 10;
    private const int MostNamed = 3;
    private const string Tags = "refs/tags/";

    /// <summary><c>first 1a2b3c4d5e 2026-11-27, last 6f7a8b9c0d, not in HEAD, not pushed; 3 versions</c>.</summary>
    public static string Of(Provenance provenance)
    {
        List<string> parts = [];
        if (provenance.FirstCommit is { } first)
        {
            string date = provenance.FirstDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
            parts.Add($"first {first[..Digits]} {date}".TrimEnd());
        }

        if (provenance.LastCommit is { } last && last != provenance.FirstCommit)
        {
            parts.Add($"last {last[..Digits]}");
        }

        parts.Add(provenance.IsInHead ? "still in HEAD" : "not in HEAD");
        parts.Add(provenance.Reach switch { Reach.Remote => "on a remote", Reach.Local => provenance.OnlyIn is { } name ? $"not pushed, only in {Short(name)}" : "not pushed", _ => "nothing leads to it any more" });
        return $"{string.Join(", ", parts)}; {Amount.Of(provenance.Places, "version")}";
    }

    /// <summary><c>1a2b3c4d5e src/a.cs:12</c>; the object's id where no commit has it.</summary>
    public static string Of(HeldPlace place) =>
        string.Create(CultureInfo.InvariantCulture, $"{(place.Commit ?? place.Object)[..Digits]} {place.Path}{(place.Line is { } line ? $":{line}" : "")}");

    /// <summary>Why a finding is one, and its way through a history, as sentences with a space before them: for formats with one text a finding.</summary>
    public static string Sentences(Finding finding)
    {
        string reason = ReasonText.Sentence(finding.Reason);
        return finding.Provenance is null ? reason : $"{reason} History: {Of(finding.Provenance)}.";
    }

    /// <summary>The other paths that held it; empty where there are none.</summary>
    public static string Paths(Finding finding)
    {
        string[] others = [.. finding.Provenance!.Paths.Where(path => path != finding.Location.Path)];
        return Some(others);
    }

    /// <summary>How what was found is taken out of the history, in the order in which it is to be done.</summary>
    public static IEnumerable<string> Advice(Report report)
    {
        Provenance[] all = [.. report.Findings.Select(finding => finding.Provenance).OfType<Provenance>()];
        if (all.Length == 0)
        {
            yield break;
        }

        yield return "Revoke or change every secret first: a history is copied with every clone, and whoever has read it may have it.";
        if (all.Any(item => item.Reach == Reach.Remote))
        {
            yield return "On a remote: write the values, each on a line, into a file outside of the repository, then in a fresh 'git clone --mirror URL' run 'git filter-repo --replace-text FILE --replace-message FILE --replace-refs delete-no-add' and 'git push --force --mirror', and ask everybody to clone anew.";
        }

        if (all.Any(item => item.Reach == Reach.Local && item.OnlyIn is null))
        {
            yield return "Not pushed: it can still be mended. 'git commit --amend' where the last commit brought it, else 'git rebase --interactive FIRST^' with the commit named as first ('--root' where it has none before it).";
        }

        string[] names = [.. all.Select(item => item.OnlyIn).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (Array.Exists(names, IsStash))
        {
            yield return "In a stash: 'git stash drop STASH', those with high numbers first, for the others move up.";
        }

        if (!Array.TrueForAll(names, IsStash))
        {
            yield return $"Not in any branch: 'git update-ref -d NAME', with {Some([.. names.Where(name => !IsStash(name))])} as the name; all that only it leads to is forgotten, notes of other commits too.";
        }

        // Not `git reflog expire --all --expire-unreachable=now`: that drops every stash.
        yield return "Then forget what nothing leads to any more; stashes stay: 'git -c gc.reflogExpireUnreachable=now gc --prune=now'.";
    }

    private static string Some(string[] names) =>
        string.Join(", ", names.Take(MostNamed)) + (names.Length > MostNamed ? string.Create(CultureInfo.InvariantCulture, $", and {names.Length - MostNamed} more") : "");

    private static bool IsStash(string name) => name.StartsWith("stash@", StringComparison.Ordinal);

    /// <summary>A name as git's commands take it.</summary>
    private static string Short(string name) => name.StartsWith(Tags, StringComparison.Ordinal) ? $"tag {name[Tags.Length..]}" : name;
}
