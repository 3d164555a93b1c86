using SecretGuard.Findings;
using SecretGuard.References.Sources;
using SecretGuard.Rules;
using SecretGuard.Triage;

namespace SecretGuard.References.Linting;

/// <summary>What lints found in some files: what is wrong, and what is kept of them for lints that look at all files.</summary>
public sealed class LintFindings
{
    private readonly List<Complaint> _complaints = [];
    private readonly List<(string Path, object Fact)> _kept = [];

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<Complaint> Complaints => _complaints;

    /// <summary>Adds what was found elsewhere.</summary>
    public void Add(LintFindings? other)
    {
        if (other is null)
        {
            return;
        }

        _complaints.AddRange(other._complaints);
        _kept.AddRange(other._kept);
    }

    /// <summary>What was found in some of the files.</summary>
    /// <param name="isWanted">Whether a path is that of one of them.</param>
    public LintFindings Of(Func<string, bool> isWanted)
    {
        var part = new LintFindings();
        part._complaints.AddRange(_complaints.Where(complaint => isWanted(complaint.Location.Path)));
        part._kept.AddRange(_kept.Where(kept => isWanted(kept.Path)));
        return part;
    }

    /// <summary>Tells what is wrong at a place.</summary>
    /// <param name="rule">What.</param>
    /// <param name="at">Where.</param>
    /// <param name="subject">What it is about, for people: never a value.</param>
    /// <param name="reason">Why, for people: what is wrong and what follows from it.</param>
    /// <param name="replacement">What mends it in the place of the characters at <paramref name="at"/>; null where that takes thought.</param>
    /// <param name="besides">What mends it elsewhere in the file, alone or together with the replacement.</param>
    internal void Add(Rule rule, Location at, string subject, string reason, string? replacement = null, TextEdit? besides = null) =>
        _complaints.Add(new Complaint(rule, at, subject, reason) { Replacement = replacement, Besides = besides });

    /// <summary>Keeps a fact of a file for lints that look at all files.</summary>
    internal void Keep(SourceText source, object fact) => _kept.Add((source.Path, fact));

    /// <summary>The facts of a type.</summary>
    internal IEnumerable<T> Kept<T>() => _kept.Select(kept => kept.Fact).OfType<T>();
}
