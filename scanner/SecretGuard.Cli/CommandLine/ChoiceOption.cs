using System.CommandLine;
using System.CommandLine.Parsing;
using SecretGuard.Text;

namespace SecretGuard.Cli.CommandLine;

/// <summary>An option that takes one of a few names. A text to the parser: options of numbers and enumerations are compiled anew by every run that is not native.</summary>
/// <typeparam name="T">What the names stand for.</typeparam>
internal sealed class ChoiceOption<T> : Option<string?>
    where T : struct
{
    private readonly string[] _names;
    private readonly T[] _values;

    /// <summary>One that has no default.</summary>
    /// <param name="name">The option.</param>
    /// <param name="description">What it does.</param>
    /// <param name="names">The names.</param>
    /// <param name="values">What they stand for, in the same order.</param>
    public ChoiceOption(string name, string description, string[] names, T[] values)
        : base(name)
    {
        (_names, _values) = (names, values);
        Description = description;
        HelpName = string.Join('|', names);
        CustomParser = Parse;
        CompletionSources.Add(names);
    }

    /// <summary>What was chosen; null where nothing was.</summary>
    public T? ValueIn(ParseResult parsed) => parsed.GetValue<string?>(this) is { } chosen ? _values[PlaceOf(chosen)] : null;

    private int PlaceOf(string text) => Array.FindIndex(_names, name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase));

    private string? Parse(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (PlaceOf(text) >= 0)
        {
            return text;
        }

        result.AddError($"{Name}: '{text}' is not one of {string.Join(", ", _names)}{NearestName.Hint(text, _names)}");
        return null;
    }
}
