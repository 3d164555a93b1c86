namespace SecretGuard.Reporting;

/// <summary>What came of a rule's examples.</summary>
/// <param name="Rule">The rule's slug.</param>
/// <param name="IsCustom">Whether the project's configuration brings it.</param>
/// <param name="Examples">How many were drawn; 0 where nothing can be drawn, because a matcher or a word beside the value tells this kind.</param>
/// <param name="Failures">What is not as it should be.</param>
public sealed record RuleTest(string Rule, bool IsCustom, int Examples, IReadOnlyList<RuleTestFailure> Failures);

/// <summary>Examples of one format that are not as they should be. The examples themselves are not kept: they look like secrets.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Format">What they were drawn from; null for the rule's own formats and where there is none.</param>
/// <param name="Examples">How many of those that were drawn.</param>
public sealed record RuleTestFailure(RuleTestFailureKind Kind, string? Format, int Examples)
{
    /// <summary>The failure in words for the user.</summary>
    public string Message => Kind switch
    {
        RuleTestFailureKind.NoExamples => "no examples; write examples.match",
        RuleTestFailureKind.NotFound => $"an example of {(Format is null ? "the rule's own format" : $"'{Format}'")} is not found",
        RuleTestFailureKind.Found => $"an example of '{Format}' is found and must not be",
        _ => throw new InvalidOperationException(),
    };
}

/// <summary>How a rule fails its test.</summary>
public enum RuleTestFailureKind
{
    /// <summary>A custom rule has no examples that it must find.</summary>
    NoExamples,

    /// <summary>What must be found is not.</summary>
    NotFound,

    /// <summary>What must not be found is.</summary>
    Found,
}
