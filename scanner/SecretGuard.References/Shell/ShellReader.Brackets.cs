using SecretGuard.References.Sources;

namespace SecretGuard.References.Shell;

/// <summary>Brackets of PowerShell around a command, which give its output or a field of it to whoever reads that: <c>(Invoke-RestMethod $address).value</c>.</summary>
internal sealed partial class ShellReader
{
    private const int LongestBracket = 4000;

    /// <summary>Fields of what stores answer in which values are.</summary>
    private static readonly HashSet<string> Values = new(["value", "data", "content", "secretstring", "secretbinary", "plaintext", "parameter", "parameters"], StringComparer.OrdinalIgnoreCase);

    /// <summary>What says something of a value without telling it.</summary>
    private static readonly HashSet<string> Harmless = new(["length", "count", "metadata", "version", "keys", "attributes", "name", "id", "arn", "type"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Closing brackets that are passed, each with where what belongs to it ends.</summary>
    private readonly Dictionary<int, int> _closings = [];

    /// <summary>Passes brackets at the begin of a command as if they were not there, or takes those behind a command that prints its words for a part of one.</summary>
    private bool PassBracket()
    {
        if (!_isPowerShell || Current is not ('(' or ')'))
        {
            return false;
        }

        if (_closings.Remove(_at, out int passed))
        {
            _at = passed;
            return true;
        }

        bool isPrinted = _level.Words is [{ Text: var program }, ..] && CommandOutput.Echoes(program);
        if (Current == ')' || !(isPrinted || _level.Words.Count == 0) || ClosingBracket() is not { } closing || EndOfFields(closing + 1) is not { } end || !(isPrinted || EndsStatement(end)))
        {
            return false;
        }

        if (isPrinted)
        {
            var word = new ShellWord(source);
            ReadNested(word, ')', 1, null);
            _at = Math.Max(_at, end);
            _level.Words.Add(word);
        }
        else
        {
            _closings[closing] = end;
            _at++;
        }

        return true;
    }

    /// <summary>The bracket that closes the one here.</summary>
    private int? ClosingBracket()
    {
        int depth = 0, last = Math.Min(_text.Length, _at + LongestBracket);
        for (int at = _at; at < last; at++)
        {
            char sign = _text[at];
            if (sign is '"' or '\'')
            {
                at = _text.IndexOf(sign, at + 1) is var quote and >= 0 ? quote : last;
            }
            else if (sign is '(' or ')' && (depth += sign == '(' ? 1 : -1) == 0)
            {
                return at;
            }
        }

        return null;
    }

    /// <summary>Where the fields behind brackets end; null where it is no value that they take: <c>.value</c>, <c>.data.data['password']</c>, not <c>.metadata.version</c> and no call.</summary>
    private int? EndOfFields(int at)
    {
        int end = at;
        while (end < _text.Length && (_text[end] is '.' or '_' or '[' or ']' or '\'' || char.IsAsciiLetterOrDigit(_text[end])))
        {
            end++;
        }

        string[] fields = _text[at..end].Split(['.', '[', ']', '\''], StringSplitOptions.RemoveEmptyEntries);
        return (end < _text.Length && _text[end] == '(') || fields is [var first, ..] && (!Values.Contains(first) || Harmless.Contains(fields[^1])) ? null : end;
    }

    private bool EndsStatement(int at)
    {
        while (at < _text.Length && _text[at] is ' ' or '\t' or '\r')
        {
            at++;
        }

        return at >= _text.Length || _text[at] is '\n' or ';' or '|' or ')' or '}' or '#' or '"';
    }
}
