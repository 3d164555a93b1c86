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
    public TimeSpan Of(ParseResult parsed) => parsed.GetValue(Option) is not { } text ? new VerifierOptions().Deadline
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds) && seconds > 0 ? TimeSpan.FromSeconds(seconds)
        : throw new UsageException($"--store-timeout: '{text}' is no number of seconds");
}
