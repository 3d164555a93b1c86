using SecretGuard.References.Sources;

namespace SecretGuard.References.Shell;

/// <summary>Who is told what stands in a script, in its order.</summary>
internal interface IShellVisitor
{
    /// <summary>A command. What reads its output is known later.</summary>
    void Command(ShellCommand command);

    /// <summary>A variable is read.</summary>
    void Variable(Interpolation variable);

    /// <summary>A variable is set from here on.</summary>
    void Assigned(ShellAssignment assignment);

    /// <summary>A text that a command is given.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isFilled">Whether the shell puts the values of variables in.</param>
    void Document(SourceText text, bool isFilled);
}

/// <summary>Reads scripts of POSIX shells, and what scripts of PowerShell have in common with them: words, quotes, substitutions, texts behind <c>&lt;&lt;</c>. Once over the text, whatever stands in it.</summary>
internal sealed partial class ShellReader(SourceText source, IShellVisitor visitor)
{
    private const int DeepestNesting = 40;

    private readonly string _text = source.Text;
    private readonly bool _isPowerShell = source.Language is "powershell" or "pwsh" or "ps1" || source.HasEnd(".ps1");
    private readonly Queue<(string End, bool IsQuoted)> _documents = new();
    private int _at;
    private int _depth;
    private ShellLevel _level = new(null, false);

    /// <summary>Reads all of it.</summary>
    public void Read() => ReadCommands('\0', null);

    private char Current => _at < _text.Length ? _text[_at] : '\0';

    private char Next => _at + 1 < _text.Length ? _text[_at + 1] : '\0';

    private void ReadCommands(char closing, string? into)
    {
        ShellLevel outer = _level;
        _level = new ShellLevel(into, closing != '\0');
        while (_at < _text.Length)
        {
            if (PassBracket())
            {
                continue;
            }

            char current = _text[_at];
            if (current == closing && !_level.IsOpen(closing))
            {
                _at++;
                break;
            }

            if (PassContinuation())
            {
                continue;
            }

            switch (current)
            {
                case ' ' or '\t' or '\r':
                    _at++;
                    break;
                case '#':
                    PassLine();
                    break;
                case '>':
                case '<' when PlaceholderLength() == 0:
                case '&' when Next == '>':
                    ReadRedirection(closing);
                    break;
                case '\n':
                    Flush();
                    _at++;
                    ReadDocuments();
                    break;
                case ';' or '|' or '&' or '(' or ')':
                case '{' or '}' when char.IsWhiteSpace(Next) || Next is '\0' or ';':
                    ReadSeparator(current);
                    break;
                default:
                    ReadArgument(closing);
                    break;
            }
        }

        Flush();
        outer.Inner.AddRange(_level.Commands);
        _level = outer;
    }

    private void Flush()
    {
        if (_level.End() is { } command)
        {
            visitor.Command(command);
        }
    }

    /// <summary>What ends a command, and says what becomes of its output.</summary>
    private void ReadSeparator(char sign)
    {
        Flush();
        bool isTwo = Next == sign && sign is '|' or '&' or ';';
        _level.Separate(sign == '|' && !isTwo, sign);
        _at += isTwo || (sign == '|' && Next == '&') ? 2 : 1;
    }

    /// <summary>A word of the command, or an assignment before it.</summary>
    private void ReadArgument(char closing)
    {
        string? assigned = null;
        var word = new ShellWord(source);
        int start = _at;
        while (_at < _text.Length && !EndsWord(closing))
        {
            if (assigned is null && _text[_at] == '=' && !word.IsQuoted && word.IsName())
            {
                assigned = word.Text;
            }

            ReadCharacter(word, assigned);
        }

        _at = Math.Max(_at, start + 1);
        List<ShellWord> words = _level.Words;
        bool sets = assigned is not null && (words.Count == 0 || words[0].Text is "export" or "local" or "declare" or "readonly" or "typeset");
        if (sets)
        {
            var assignment = new ShellAssignment(assigned!, word);
            visitor.Assigned(assignment);
            if (words.Count == 0)
            {
                _level.Before.Add(assignment);
            }
        }

        if (!sets || words.Count > 0)
        {
            words.Add(word);
        }
    }

    private bool EndsWord(char closing) => _text[_at] is ' ' or '\t' or '\r' or '\n' or ';' or '|' or '&' or '(' or ')' or '>' || (_text[_at] == '<' && PlaceholderLength() == 0) || _text[_at] == closing;

    private void ReadCharacter(ShellWord word, string? into)
    {
        if (PassContinuation())
        {
            return;
        }

        switch (_text[_at])
        {
            case '\'':
                ReadLiteral(word);
                break;
            case '"':
                ReadQuoted(word, into);
                break;
            case '$':
                ReadDollar(word, into);
                break;
            case '`' when !_isPowerShell:
                ReadNested(word, '`', 1, into);
                break;
            case '<' when PlaceholderLength() is var length and > 0:
                word.AddUnknown(_at, _at + length);
                _at += length;
                break;
            case '\\' when !_isPowerShell && _at + 1 < _text.Length:
                word.Add(_text[_at + 1], _at + 1);
                _at += 2;
                break;
            default:
                word.Add(_text[_at], _at);
                _at++;
                break;
        }
    }

    /// <summary>How long the <c>&lt;name&gt;</c> is by which documents stand for what a reader puts in, or 0: nobody joins two redirections so.</summary>
    private int PlaceholderLength()
    {
        int end = _at + 1;
        while (_at < _text.Length && _text[_at] == '<' && end < _text.Length && (char.IsAsciiLetterOrDigit(_text[end]) || (end > _at + 1 && _text[end] is '-' or '_' or '.')))
        {
            end++;
        }

        return end > _at + 1 && end < _text.Length && _text[end] == '>' ? end + 1 - _at : 0;
    }

    /// <summary>The end of a line that does not end the command.</summary>
    private bool PassContinuation()
    {
        if (Current != (_isPowerShell ? '`' : '\\'))
        {
            return false;
        }

        int end = Next == '\r' ? _at + 2 : _at + 1;
        if (end >= _text.Length || _text[end] != '\n')
        {
            return false;
        }

        _at = end + 1;
        return true;
    }

    private void PassLine() => _at = _text.IndexOf('\n', _at) is var end and >= 0 ? end : _text.Length;
}
