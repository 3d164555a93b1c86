using System.Globalization;

namespace SecretGuard.DetectSecrets.Arguments;

/// <summary>What was typed.</summary>
internal sealed class ParsedArguments(CommandSpec command)
{
    private readonly Dictionary<string, List<string?>> _values = new(StringComparer.Ordinal);

    public CommandSpec Command { get; } = command;

    /// <summary>The words that belong to no option.</summary>
    public List<string> Words { get; } = [];

    public void Add(OptionSpec option, string? value)
    {
        if (!_values.TryGetValue(option.Key, out List<string?>? values))
        {
            _values.Add(option.Key, values = []);
        }

        values.Add(value);
    }

    public bool Has(string key) => _values.ContainsKey(key);

    /// <summary>The word of an option that was given last, or null.</summary>
    public string? Value(string key) => _values.TryGetValue(key, out List<string?>? values) ? values[^1] : null;

    /// <summary>The words of an option, in the order in which they were typed.</summary>
    public IReadOnlyList<string> Values(string key) => _values.TryGetValue(key, out List<string?>? values) ? [.. values.OfType<string>()] : [];

    /// <summary>The number of an option, or null where it was not given.</summary>
    public double? Number(string key, double least, double most)
    {
        if (Value(key) is not { } text)
        {
            return null;
        }

        return !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? throw Wrong(key, $"invalid number: '{text}'")
            : number >= least && number <= most ? number
            : throw Wrong(key, $"{text} must be between {least.ToString("0.0", CultureInfo.InvariantCulture)} and {most.ToString("0.0", CultureInfo.InvariantCulture)}");
    }

    /// <summary>Sees that an option has a whole number where it was given, as argparse does for what nobody asks about later.</summary>
    /// <exception cref="CommandLineException">It has another word.</exception>
    public void CheckInteger(string key)
    {
        if (Value(key) is { } text && !int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _))
        {
            throw Wrong(key, $"invalid int value: '{text}'");
        }
    }

    /// <summary>An error about an option.</summary>
    public CommandLineException Wrong(string key, string message) =>
        new(Command, $"argument {Command.Options.First(option => option.Key == key).Title}: {message}");
}
