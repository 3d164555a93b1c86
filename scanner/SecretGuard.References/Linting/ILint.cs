using SecretGuard.Rules;

namespace SecretGuard.References.Linting;

/// <summary>Looks at one text for what is wrong in it. Keeps no state: one instance serves all threads.</summary>
internal interface ILint
{
    /// <summary>What it may tell.</summary>
    IReadOnlyList<Rule> Rules { get; }

    /// <summary>Tells what is wrong, and keeps what only all texts together can say. Never throws for what stands in the text.</summary>
    void Look(LintText text, LintFindings found);
}

/// <summary>Looks at what all texts of a repository say together.</summary>
internal interface IRepositoryLint
{
    /// <summary>What it may tell.</summary>
    IReadOnlyList<Rule> Rules { get; }

    /// <summary>Tells what is wrong.</summary>
    void Look(LintRepository repository, LintFindings found);
}
