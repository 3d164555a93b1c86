using SecretGuard.Text;

namespace SecretGuard.DetectSecrets.Arguments;

/// <summary>
/// Reads a command line as Python's <c>argparse</c> does: unambiguous beginnings of long options, <c>--option=word</c>, short options in one
/// word (<c>-vn</c>, <c>-Cfolder</c>), words of options that do not look like options, and <c>--</c> before words that do.
/// </summary>
internal sealed class ArgumentReader
{
    private readonly CommandSpec _command;
    private readonly IReadOnlyList<string> _arguments;
    private readonly ParsedArguments _parsed;
    private int _at;

    private ArgumentReader(CommandSpec command, IReadOnlyList<string> arguments)
    {
        _command = command;
        _arguments = arguments;
        _parsed = new ParsedArguments(command);
    }

    /// <summary>Reads the words of a command. Null where help was asked for.</summary>
    /// <exception cref="CommandLineException">They are wrong.</exception>
    public static ParsedArguments? Read(CommandSpec command, IReadOnlyList<string> arguments) => new ArgumentReader(command, arguments).Read();

    private ParsedArguments? Read()
    {
        while (_at < _arguments.Count)
        {
            string argument = _arguments[_at++];
            if (argument == "--")
            {
                _parsed.Words.AddRange(_arguments.Skip(_at));
                break;
            }

            if (!LooksLikeOption(argument))
            {
                _parsed.Words.Add(argument);
                if (_command.StopsAtWord)
                {
                    _parsed.Words.AddRange(_arguments.Skip(_at));
                    break;
                }
            }
            else if (argument.StartsWith("--", StringComparison.Ordinal) ? ReadLong(argument) : ReadShort(argument))
            {
                return null;
            }
        }

        return _parsed.Words.Count > 0 && _command.Positional.Length == 0 ? throw Unrecognized(_parsed.Words[0]) : _parsed;
    }

    /// <summary>True where it asks for help.</summary>
    private bool ReadLong(string argument)
    {
        int equals = argument.IndexOf('=', StringComparison.Ordinal);
        string name = equals < 0 ? argument : argument[..equals];
        if (Find(name) is not { } option)
        {
            return true;
        }

        Take(option, equals < 0 ? null : argument[(equals + 1)..]);
        return false;
    }

    /// <summary>The option of a name or of its beginning; null for help.</summary>
    private OptionSpec? Find(string name)
    {
        (string Name, OptionSpec? Option)[] all = [.. _command.Options.SelectMany(option => option.Names.Select(each => (each, (OptionSpec?)option))), ("--help", null)];
        (string Name, OptionSpec? Option)[] found = [.. all.Where(entry => entry.Name == name)];
        found = found.Length > 0 ? found : [.. all.Where(entry => entry.Name.StartsWith(name, StringComparison.Ordinal))];
        return found.Length switch
        {
            1 => found[0].Option,
            0 => throw Unrecognized(name),
            _ => throw new CommandLineException(_command, $"ambiguous option: {name} could match {string.Join(", ", found.Select(entry => entry.Name))}"),
        };
    }

    private bool ReadShort(string argument)
    {
        for (int i = 1; i < argument.Length; i++)
        {
            string name = $"-{argument[i]}";
            if (name == "-h")
            {
                return true;
            }

            OptionSpec option = _command.Options.FirstOrDefault(option => option.Names.Contains(name, StringComparer.Ordinal)) ?? throw Unrecognized(argument);
            string? rest = i + 1 < argument.Length ? argument[(i + 1)..] : null;
            if (option.Kind != OptionKind.Flag)
            {
                Take(option, rest?.TrimStart('='));
                return false;
            }

            _parsed.Add(option, null);
        }

        return false;
    }

    private void Take(OptionSpec option, string? attached)
    {
        string? next = attached ?? (option.Kind != OptionKind.Flag && _at < _arguments.Count && _arguments[_at] != "--" && !LooksLikeOption(_arguments[_at]) ? _arguments[_at++] : null);
        if (option.Kind == OptionKind.Flag && attached is not null)
        {
            throw _parsed.Wrong(option.Key, $"ignored explicit argument '{attached}'");
        }

        if (option.Kind == OptionKind.Value && next is null)
        {
            throw _parsed.Wrong(option.Key, "expected one argument");
        }

        _parsed.Add(option, next);
    }

    /// <summary>A lone hyphen, a negative number and what holds a blank are words.</summary>
    private static bool LooksLikeOption(string argument) =>
        argument.Length > 1 && argument[0] == '-' && !argument.Contains(' ', StringComparison.Ordinal)
        && !double.TryParse(argument, System.Globalization.NumberStyles.AllowLeadingSign | System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out _);

    private CommandLineException Unrecognized(string argument) =>
        new(_command, $"unrecognized arguments: {argument}{NearestName.Hint(argument, _command.Options.SelectMany(option => option.Names))}");
}
