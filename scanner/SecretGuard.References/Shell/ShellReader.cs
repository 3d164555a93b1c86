using SecretGuard.References.Sources;

namespace SecretGuard.References.Shell;

/// <summary>Who is told what stands in a script, in its order.</summary>
internal interface IShellVisitor
{
    /// <summary>A command; what it prints goes into a variable where one is named.</summary>
    void Command(IReadOnlyList<ShellWord> words, string? into);

    /// <summary>A variable is read.</summary>
    void Variable(Interpolation variable);

    /// <summary>A variable is set from here on.</summary>
    void Assigned(string name);

    /// <summary>A text that a command is given.</summary>
    void Document(SourceText text);
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

    /// <summary>Reads all of it.</summary>
    public void Read() => ReadCommands('\0', null);

    private char Current => _at < _text.Length ? _text[_at] : '\0';

    private char Next => _at + 1 < _text.Length ? _text[_at + 1] : '\0';

    private void ReadCommands(char closing, string? into)
    {
        var words = new List<ShellWord>();
        while (_at < _text.Length)
        {
            char current = _text[_at];
            if (current == closing)
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
                case ' ' or '\t' or '\r' or '>':
                    _at++;
                    break;
                case '#':
                    PassLine();
                    break;
                case '<' when PlaceholderLength() == 0:
                    ReadRedirection();
                    break;
                case '\n':
                    Flush(words, into);
                    _at++;
                    ReadDocuments();
                    break;
                case ';' or '|' or '&' or '(' or ')':
                case '{' or '}' when char.IsWhiteSpace(Next) || Next is '\0' or ';':
                    Flush(words, into);
                    _at++;
                    break;
                default:
                    ReadArgument(words, closing);
                    break;
            }
        }

        Flush(words, into);
    }

    private void Flush(List<ShellWord> words, string? into)
    {
        if (words.Count > 0)
        {
            visitor.Command(words, into);
            words.Clear();
        }
    }

    /// <summary>A word of the command, or an assignment before it.</summary>
    private void ReadArgument(List<ShellWord> words, char closing)
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
        bool sets = assigned is not null && (words.Count == 0 || words[0].Text is "export" or "local" or "declare" or "readonly" or "typeset");
        if (sets)
        {
            visitor.Assigned(assigned!);
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

    /// <summary><c>&lt;&lt;END</c>: the text begins on the next line.</summary>
    private void ReadRedirection()
    {
        if (Next != '<' || (_at + 2 < _text.Length && _text[_at + 2] == '<'))
        {
            _at += Next == '<' ? 3 : 1;
            return;
        }

        _at += 2;
        while (Current is '-' or ' ' or '~')
        {
            _at++;
        }

        var end = new ShellWord(source);
        bool quoted = Current is '\'' or '"' or '\\';
        while (_at < _text.Length && !EndsWord('\0'))
        {
            if (_text[_at] is not ('\'' or '"' or '\\'))
            {
                end.Add(_text[_at], _at);
            }

            _at++;
        }

        if (end.Length > 0)
        {
            _documents.Enqueue((end.Text, quoted));
        }
    }

    private void ReadDocuments()
    {
        while (_documents.TryDequeue(out (string End, bool IsQuoted) document))
        {
            int start = _at, end = _at;
            while (_at < _text.Length)
            {
                int line = _at;
                PassLine();
                end = line;
                bool closes = _text.AsSpan(line, _at - line).Trim().SequenceEqual(document.End);
                _at = Math.Min(_text.Length, _at + 1);
                if (closes)
                {
                    break;
                }

                end = _at;
            }

            string body = _text[start..end];
            visitor.Document(source.Part(body, source.LinesBefore(start), 0));
            foreach (Interpolation variable in document.IsQuoted ? [] : Interpolation.In(body))
            {
                visitor.Variable(variable with { Start = variable.Start + start });
            }
        }
    }
}
