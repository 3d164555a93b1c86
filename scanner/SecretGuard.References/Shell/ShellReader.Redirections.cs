using SecretGuard.References.Sources;

namespace SecretGuard.References.Shell;

/// <summary>Where commands write to and read from, and the texts that scripts hand to them.</summary>
internal sealed partial class ShellReader
{
    /// <summary><c>&gt; file</c>, <c>2&gt;&amp;1</c>, <c>&lt;&lt;END</c>, whose text begins on the next line, <c>&lt;(command)</c>, which is a word.</summary>
    private void ReadRedirection(char closing)
    {
        int sign = _at;
        if (Current is '<' && Next == '<' && !(_at + 2 < _text.Length && _text[_at + 2] == '<'))
        {
            ReadOpening();
            return;
        }

        if (Next == '(' && Current is '<' or '>')
        {
            var word = new ShellWord(source);
            ReadNested(word, ')', 2, null);
            _level.Words.Add(word);
            return;
        }

        string stream = TakeStream(sign);
        while (Current is '<' or '>' or '&' or '|')
        {
            _at++;
        }

        string text = stream + _text[sign.._at];
        while (Current is ' ' or '\t')
        {
            _at++;
        }

        var target = new ShellWord(source);
        while (_at < _text.Length && !EndsWord(closing))
        {
            ReadCharacter(target, null);
        }

        if (target.Length > 0)
        {
            _level.Redirections.Add(new ShellRedirection(text, target));
        }
    }

    /// <summary>The number of a stream right before the sign, which was taken for a word.</summary>
    private string TakeStream(int sign)
    {
        List<ShellWord> words = _level.Words;
        if (words.Count == 0 || sign == 0 || char.IsWhiteSpace(_text[sign - 1]) || words[^1] is not { IsQuoted: false } last || !(last.Text.All(char.IsAsciiDigit) || (_isPowerShell && last.Raw == "*")) || last.Range.End != sign)
        {
            return "";
        }

        words.RemoveAt(words.Count - 1);
        return last.Text;
    }

    private void ReadOpening()
    {
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
            visitor.Document(source.Part(body, source.LinesBefore(start), 0), !document.IsQuoted);
            foreach (Interpolation variable in document.IsQuoted ? [] : Interpolation.In(body))
            {
                visitor.Variable(variable with { Start = variable.Start + start });
            }
        }
    }
}
