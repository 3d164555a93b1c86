using SecretGuard.References.Sources;

namespace SecretGuard.References.Shell;

/// <summary>Quotes, variables and substitutions within words.</summary>
internal sealed partial class ShellReader
{
    private void ReadLiteral(ShellWord word)
    {
        word.IsQuoted = true;
        int end = _text.IndexOf('\'', _at + 1) is var found and >= 0 ? found : _text.Length;
        for (_at++; _at < end; _at++)
        {
            word.Add(_text[_at], _at);
        }

        _at = Math.Min(_text.Length, end + 1);
    }

    private void ReadQuoted(ShellWord word, string? into)
    {
        word.IsQuoted = true;
        _at++;
        while (_at < _text.Length && _text[_at] != '"')
        {
            if (PassContinuation())
            {
                continue;
            }

            if (_text[_at] == '$')
            {
                ReadDollar(word, into);
            }
            else if (_text[_at] == '`' && !_isPowerShell)
            {
                ReadNested(word, '`', 1, into);
            }
            else
            {
                _at += _text[_at] == (_isPowerShell ? '`' : '\\') && _at + 1 < _text.Length ? 1 : 0;
                word.Add(_text[_at], _at);
                _at++;
            }
        }

        _at = Math.Min(_text.Length, _at + 1);
    }

    private void ReadDollar(ShellWord word, string? into)
    {
        int sign = _at;
        if (Next == '(')
        {
            ReadNested(word, ')', 2, into);
        }
        else if (string.CompareOrdinal(_text, _at, "${{", 0, 3) == 0)
        {
            _at = _text.IndexOf("}}", _at, StringComparison.Ordinal) is var end and >= 0 ? end + 2 : _text.Length;
            word.AddUnknown(sign, _at); // an expression of GitHub, which is none of the shell
        }
        else if (_isPowerShell && VariableOfEnvironment() is { } own)
        {
            ReadVariable(own, word, into);
        }
        else if (Interpolation.Read(_text, _at + 1) is { } variable)
        {
            ReadVariable(variable, word, into);
        }
        else if (Next == '{')
        {
            _at += 2;
            ReadBraced(into);
            word.AddUnknown(sign, _at);
        }
        else if (Next is '@' or '*' or '#' or '?' or '$' or '!' || char.IsAsciiDigit(Next))
        {
            _at += 2;
            word.AddUnknown(sign, _at);
        }
        else
        {
            word.Add('$', _at);
            _at++;
        }
    }

    private void ReadVariable(Interpolation variable, ShellWord word, string? into)
    {
        int sign = _at;
        bool braced = Next == '{';
        if (!_isPowerShell || _text[variable.Start - 1] == ':')
        {
            visitor.Variable(variable); // any other of PowerShell is one of the script
        }

        _at = variable.Start + variable.Name.Length;
        bool isWhole = !braced || IsWhole();
        if (braced)
        {
            ReadBraced(into);
        }

        word.AddUnknown(sign, _at);
        if (isWhole)
        {
            word.Variables.Add(variable.Name);
        }
    }

    /// <summary>Whether what stands behind the name in braces leaves its value: not <c>${A:+x}</c>, which only says that there is one, nor <c>${A:0:4}</c> and <c>${A//?/x}</c>, which are a part of it.</summary>
    private bool IsWhole()
    {
        char sign = Current == ':' ? Next : Current;
        return sign is not ('+' or '/') && !(Current == ':' && sign is not ('-' or '=' or '?'));
    }

    /// <summary><c>$env:NAME</c>, <c>${env:NAME}</c>.</summary>
    private Interpolation? VariableOfEnvironment()
    {
        const string Drive = "env:";
        int at = Next == '{' ? _at + 2 : _at + 1;
        return string.Compare(_text, at, Drive, 0, Drive.Length, StringComparison.OrdinalIgnoreCase) == 0 ? Interpolation.Read(_text, at + Drive.Length) : null;
    }

    /// <summary>What is left of a variable in braces: a fallback may name others.</summary>
    private void ReadBraced(string? into)
    {
        var passed = new ShellWord(source);
        _depth++;
        while (_at < _text.Length && _text[_at] != '}')
        {
            if (_depth > DeepestNesting)
            {
                _at++;
            }
            else
            {
                ReadCharacter(passed, into);
            }
        }

        _depth--;
        _at = Math.Min(_text.Length, _at + 1);
    }

    /// <summary>Commands whose output becomes a part of the word.</summary>
    private void ReadNested(ShellWord word, char closing, int opening, string? into)
    {
        int sign = _at;
        _at += opening;
        if (_depth < DeepestNesting)
        {
            _depth++;
            ReadCommands(closing, into);
            _depth--;
        }

        word.AddUnknown(sign, _at);
    }
}
