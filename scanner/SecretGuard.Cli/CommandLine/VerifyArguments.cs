using System.CommandLine;
using System.Globalization;
using SecretGuard.Cli.Outputs;
using SecretGuard.Cli.Verifying;
using SecretGuard.Cli.Verifying.Stores;
using SecretGuard.Cli.Verifying.Caching;
using SecretGuard.Cli.Verifying.Evidence;
using SecretGuard.Reporting;
using SecretGuard.Stores;
using SecretGuard.Stores.Values;
using SecretGuard.Stores.Verification;
using Spectre.Console;

namespace SecretGuard.Cli.CommandLine;

/// <summary>What says which stores are asked, and how.</summary>
internal sealed class VerifyArguments
{
    private static readonly (string Name, OnUnreachable Value)[] Choices = [("fail", OnUnreachable.Fail), ("warn", OnUnreachable.Warn), ("skip", OnUnreachable.Skip)];

    private readonly Option<string[]> _environment = new("--env") { Description = "Verify this environment only.", HelpName = "NAME" };
    private readonly Option<string?> _onUnreachable = new("--on-unreachable") { Description = "Where no store answers: fail (exit with 3), warn or skip.", HelpName = "fail|warn|skip" };
    private readonly StoreTimeout _timeout = new();
    private readonly Option<bool> _offline = new("--offline") { Description = "Let secretguard.lock answer, and ask no store that has a name." };
    private readonly Option<string?> _cache = new("--cache") { Description = "Do not ask again for what was there and fine this short a time ago (0; at most 3600).", HelpName = "SECONDS" };
    private readonly Option<bool> _values = new("--values") { Description = "Read values too, in memory, and check what they are; none is shown." };
    private readonly Option<bool> _leaks = new("--leaks") { Description = "Read values, and tell which secrets of the history a store still serves." };
    private readonly Option<bool> _cluster = new("--cluster") { Description = "Ask the cluster too what its operators say of ExternalSecrets, their stores and SecretProviderClasses." };
    private readonly Option<string?> _diff = new("--diff") { Description = "Verify only what is referred to that this branch or commit has not.", HelpName = "BASE" };
    private readonly Option<string[]> _evidence = new("--evidence") { Description = "Write down what was asked and answered, for auditors; several are possible.", HelpName = "FILE.json|FILE.md" };
    private readonly Option<bool> _noLint = new("--no-lint") { Description = "Tell only what stores say, not what 'secretguard lint' does." };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Print what would be asked, and ask nothing." };
    private readonly Option<bool> _permissions = new("--permissions") { Description = "Print the least that each store must allow, and ask nothing." };

    /// <summary>Whether the command only asks: what becomes of the answers is its own business.</summary>
    public bool OnlyAsks { get; init; }

    /// <summary>Whether a command that only asks takes what the lock says, and says what becomes of questions that nobody answers.</summary>
    public bool TakesLock { get; init; }

    public void AddTo(Command command)
    {
        _onUnreachable.CompletionSources.Add(_ => Choices.Select(choice => new System.CommandLine.Completions.CompletionItem(choice.Name)));
        foreach (Option option in OnlyAsks ? TakesLock ? (Option[])[_environment, _onUnreachable, _timeout.Option, _offline] : [_environment, _timeout.Option] : [_environment, _onUnreachable, _timeout.Option, _cache, _offline, _values, _leaks, _cluster, _diff, _evidence, _noLint, _dryRun, _permissions])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Whether only the plan is wanted.</summary>
    public bool ShowsPlan(ParseResult parsed) => parsed.GetValue(_dryRun) || parsed.GetValue(_permissions);

    /// <summary>Whether what lints find is told too.</summary>
    public bool Lints(ParseResult parsed) => !parsed.GetValue(_noLint);

    /// <summary>The commit that a change is compared with; null to verify everything.</summary>
    public string? Base(ParseResult parsed) => parsed.GetValue(_diff) is "" ? throw new UsageException("--diff: the name of the base is empty; is a variable not set?") : parsed.GetValue(_diff);

    /// <summary>Where evidence is written. Wrong names are told before anything is asked.</summary>
    public IReadOnlyList<EvidenceFile> Evidence(ParseResult parsed) => [.. (parsed.GetValue(_evidence) ?? []).Select(EvidenceFile.Named).Distinct()];

    /// <summary>Validates what was typed.</summary>
    public VerifyOptions Bind(ParseResult parsed) => ReadsValues(parsed) && parsed.GetValue(_offline) ? throw new UsageException("--values, --leaks: secretguard.lock holds no values; leave out --offline") : new()
    {
        Progress = WorkProgress.OnThisTerminal(new ElapsedTimeColumn()),
        KeepsEvidence = parsed.GetValue(_evidence) is { Length: > 0 },
        ComparesLeaks = parsed.GetValue(_leaks),
        AsksCluster = parsed.GetValue(_cluster) && parsed.GetValue(_offline) ? throw new UsageException("--cluster: a cluster is asked, and --offline asks nobody; leave one out") : parsed.GetValue(_cluster),
        Environments = parsed.GetValue(_environment) ?? [],
        Cached = Cached(parsed),
        OnUnreachable = Choice(parsed.GetValue(_onUnreachable)),
        IsOffline = parsed.GetValue(_offline),
        Asking = new() { Values = ReadsValues(parsed) ? new ValueInspector() : null, Deadline = _timeout.Of(parsed) },
    };

    /// <summary>Prints the plan.</summary>
    public void Show(ParseResult parsed, IReadOnlyList<QuestionPlan> plans)
    {
        List<(StoreInUse, string)> needs = [];
        foreach (IGrouping<ISecretStore, Place> store in plans.SelectMany(plan => plan.Questions.Concat(plan.Helping)).SelectMany(question => question.Places).GroupBy(place => place.Store.Adapter))
        {
            SecretQuery[] queries = [.. store.Select(place => place.Query).Distinct()];
            IValueStore? reader = ReadsValues(parsed) ? store.Key as IValueStore : null;
            SecretQuery[] read = [.. queries.Where(query => query.Kind == SecretKind.Secret)];
            if (parsed.GetValue(_permissions))
            {
                needs.AddRange(StorePermissions.OfReading(store.First().Store, queries, reader is null ? [] : read));
                continue;
            }

            Console.Out.WriteLine($"# {VisibleText.Of(store.First().Store.Shown)}");
            foreach (string line in PlannedRequests.Of(store.Key, queries).Concat(reader is null ? [] : read.Select(reader.ValueEndpoint)).Distinct(StringComparer.Ordinal))
            {
                Console.Out.WriteLine(VisibleText.Of(line));
            }
        }

        StorePermissions.Write(needs, "read");
    }

    /// <summary>What was answered before serves no who wants to know it now.</summary>
    private TimeSpan Cached(ParseResult parsed)
    {
        if (parsed.GetValue(_cache) is not { } text)
        {
            return TimeSpan.Zero;
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds) || seconds > AnswerCache.Longest.TotalSeconds)
        {
            throw new UsageException($"--cache: '{text}' is no number of seconds up to {AnswerCache.Longest.TotalSeconds}");
        }

        string? against = parsed.GetValue(_evidence) is { Length: > 0 } ? "--evidence" : parsed.GetValue(_values) ? "--values" : parsed.GetValue(_leaks) ? "--leaks" : parsed.GetValue(_offline) ? "--offline" : null;
        return seconds == 0 || against is null ? TimeSpan.FromSeconds(seconds) : throw new UsageException($"--cache: {against} takes no answers of an earlier run; leave one out");
    }

    private bool ReadsValues(ParseResult parsed) => parsed.GetValue(_values) || parsed.GetValue(_leaks);

    private static OnUnreachable Choice(string? text) => text is null ? OnUnreachable.Fail
        : Array.FindIndex(Choices, choice => choice.Name == text) is var index and >= 0 ? Choices[index].Value
        : throw new UsageException($"--on-unreachable: '{text}' is not one of fail, warn, skip");
}
