using System.CommandLine;
using System.Globalization;
using SecretGuard.Stores.Verification;

namespace SecretGuard.Cli.CommandLine;

/// <summary><c>--store-timeout SECONDS</c>: how long a store may take altogether.</summary>
internal sealed class StoreTimeout
{
    /// <summary>The option.</summary>
    public Option<string?> Option { get; } = new("--store-timeout") { Description = "Let a store take this long for all of its answers (120).", HelpName = "SECONDS" };

    /// <summary>What was typed, or the usual time.</summary>
    public TimeSpan Of(ParseResult parsed) => Seconds("--store-timeout", parsed.GetValue(Option)) ?? new VerifierOptions().Deadline;

    /// <summary>A time that was typed as seconds; null where none was.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public static TimeSpan? Seconds(string option, string? text) => text is null ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds) && seconds is > 0 and < 1_000_000 ? TimeSpan.FromSeconds(seconds)
        : throw new UsageException($"{option}: '{text}' is no number of seconds");
}
