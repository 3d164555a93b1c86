using System.CommandLine;
using System.Globalization;
using SecretGuard.Cli.Audits;

namespace SecretGuard.Cli.CommandLine;

/// <summary>Which secrets an audit asks about, and what it writes of the answers.</summary>
internal sealed class AuditArguments
{
    private const int MostGrace = 3650;

    private readonly Option<bool> _all = new("--all") { Description = "Ask about what is decided already too." };
    private readonly Option<string[]> _rule = new("--rule") { Description = "Only secrets of this kind; '*' stands for any characters.", HelpName = "RULE" };
    private readonly Option<string[]> _path = new("--path") { Description = "Only secrets in paths that match this pattern.", HelpName = "GLOB" };
    private readonly Option<string?> _context = new("--context") { Description = "Lines to show before and after a secret (5).", HelpName = "N" };
    private readonly Option<string?> _grace = new("--grace") { Description = "Accept what is real for so many days, such as 30d.", HelpName = "DAYS" };
    private readonly ChoiceOption<Answer> _answer = OptionChoice.OfAnswer("--answer", "Ask nothing: this is the answer for all that match. Needs --reason, and --rule or --path.");
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Show what --answer would decide, and write nothing." };

    public void AddTo(Command command)
    {
        // Lazily: the catalogue is only wanted by completion.
        _rule.CompletionSources.Add(_ => SecretGuard.Rules.Catalogue.Default.Rules.Select(rule => new System.CommandLine.Completions.CompletionItem(rule.Slug)));
        foreach (Option option in (Option[])[_all, _rule, _path, _context, _grace, _answer, _dryRun])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The answer for all, or null where each is asked about. Throws <see cref="UsageException"/> where it would decide more than was meant.</summary>
    public Answer? AnswerForAll(ParseResult parsed, bool hasReason)
    {
        Answer? answer = _answer.ValueIn(parsed);
        return answer switch
        {
            null when parsed.GetValue(_dryRun) => throw new UsageException("--dry-run shows what --answer would decide; without one each secret is asked about"),
            not null when !hasReason => throw new UsageException("--answer needs a --reason: why these may be committed, or what is to be done about them"),
            not null when Rules(parsed).Length + Paths(parsed).Length == 0 => throw new UsageException("--answer needs --rule or --path, so that it decides no more than was meant; --rule '*' means all"),
            _ => answer,
        };
    }

    public bool IsDryRun(ParseResult parsed) => parsed.GetValue(_dryRun);

    public bool IsOfAll(ParseResult parsed) => parsed.GetValue(_all);

    public string[] Rules(ParseResult parsed) => parsed.GetValue(_rule) ?? [];

    /// <summary>What is asked about.</summary>
    public AuditFilter Filter(ParseResult parsed)
    {
        try
        {
            return AuditFilter.Of(Rules(parsed), Paths(parsed));
        }
        catch (FormatException error)
        {
            throw new UsageException($"--path: {error.Message}");
        }
    }

    /// <summary>Lines around a secret.</summary>
    public int Context(ParseResult parsed) => Number("--context", parsed.GetValue(_context), SourceReader.Most, "lines") ?? 5;

    /// <summary>Days for which what is real is accepted still; null for none.</summary>
    public int? Grace(ParseResult parsed)
    {
        string? text = parsed.GetValue(_grace);
        return Number("--grace", text?.EndsWith('d') == true ? text[..^1] : text, MostGrace, "days");
    }

    private string[] Paths(ParseResult parsed) => parsed.GetValue(_path) ?? [];

    private static int? Number(string option, string? text, int most, string of) =>
        text is null ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number <= most ? number
        : throw new UsageException($"{option}: '{text}' is no number of {of} from 0 to {most}");
}
