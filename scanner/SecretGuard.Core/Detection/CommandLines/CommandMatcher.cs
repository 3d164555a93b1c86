using SecretGuard.Detection.Names;
using SecretGuard.Findings;
using SecretGuard.Rules;

namespace SecretGuard.Detection.CommandLines;

/// <summary>Finds secrets in the arguments of the commands of <see cref="Commands"/>.</summary>
internal sealed class CommandMatcher : Matcher
{
    private const int MostWords = 40;

    private const int ShortName = 3;
    private const int ShortLiterals = 4;

    // Whose literal each is.
    private readonly List<CommandShape> _shapes = [];

    public CommandMatcher()
    {
        foreach (CommandShape shape in Commands.All)
        {
            for (int literals = shape.NameLength > ShortName ? 1 : ShortLiterals; literals > 0; literals--)
            {
                _shapes.Add(shape);
            }
        }
    }

    public override IReadOnlyList<Signature> Signatures => [.. Commands.All.SelectMany(shape => Literals(shape).Select(literal => new Signature(literal, shape.IgnoreCase)))];

    public override void Examine(ScanContext context, int position, int signature)
    {
        ReadOnlySpan<byte> text = context.Text;
        CommandShape shape = _shapes[signature];
        int end = position + shape.NameLength;
        if (end >= text.Length || (position > 0 && !MayPrecede(text[position - 1])) || IsRepeated(text, position, shape.NameLength))
        {
            return;
        }

        end += AsciiText.StartsWith(text.Slice(end), ".exe", ignoreCase: true) && !shape.Name.EndsWith(".exe", StringComparison.Ordinal) ? 4 : 0;
        if (end >= text.Length || !(Ascii.IsSpace(text[end]) || Quotes.IsQuote(text[end])))
        {
            return;
        }

        if (IsArgument(text, position) || IsOfPw(text, position) || ArgumentJudge.IsCompletion(context, position))
        {
            return;
        }

        var reader = ArgumentReader.After(context, position, end);
        for (int i = 1; i < shape.Words.Count; i++)
        {
            if (!reader.Next(out Argument word) || !AsciiText.Is(word.In(text), shape.Words[i], shape.IgnoreCase))
            {
                return;
            }
        }

        if (shape.Flag.Length == 0 || HasFlag(text, shape, reader))
        {
            ReadArguments(context, shape, ref reader);
        }
    }

    /// <summary>Short names are common letters: their subcommand, or the end of a string, is sought with them.</summary>
    private static IEnumerable<string> Literals(CommandShape shape)
    {
        if (shape.NameLength > ShortName)
        {
            return [shape.Name];
        }

        string inline = shape.Words.Count > 1 ? $"{shape.Name} {shape.Words[1]}" : $"{shape.Name} ";
        return [inline, $"{shape.Name}\",", $"{shape.Name}',", $"{shape.Name}.exe\","];
    }

    private static bool MayPrecede(byte b) => !Ascii.IsAlphanumeric(b) && b is not ((byte)'_' or (byte)'-' or (byte)'.' or (byte)'$' or (byte)'%' or (byte)'#' or (byte)'{') && b < 0x80;

    /// <summary>The same word stands twice before: a list of words, and no command. Once it may be an account or an image of that name.</summary>
    private static bool IsRepeated(ReadOnlySpan<byte> text, int position, int length)
    {
        int first = position - 2 * (length + 1);
        ReadOnlySpan<byte> word = text.Slice(position, length);
        return first >= 0 && text.Slice(first, length).SequenceEqual(word) && text.Slice(first + length + 1, length).SequenceEqual(word);
    }

    /// <summary><c>-group mysql</c>, <c>--user mysql</c>: the name of an account or a thing, and no command.</summary>
    private static bool IsArgument(ReadOnlySpan<byte> text, int position)
    {
        int end = position;
        while (end > 0 && position - end < 8 && text[end - 1] == ' ')
        {
            end--;
        }

        ReadOnlySpan<byte> before = text.Slice(Math.Max(0, end - 12), end - Math.Max(0, end - 12));
        before = before.Slice(before.LastIndexOf((byte)' ') + 1);
        return end < position && before.Length > 1 && before[0] == '-'
            && (AsciiText.Is(before, "-u") || AsciiText.Is(before, "-g") || AsciiText.ContainsIgnoreCase(before, "user") || AsciiText.ContainsIgnoreCase(before, "group") || AsciiText.ContainsIgnoreCase(before, "name") || AsciiText.ContainsIgnoreCase(before, "owner"));
    }

    /// <summary><c>pw usermod joe -p 01-Jan-2030</c>, as a list of words too: the <c>-p</c> of FreeBSD's is the day on which a password ends.</summary>
    private static bool IsOfPw(ReadOnlySpan<byte> text, int position)
    {
        int end = position;
        while (end > 0 && text[end - 1] is ((byte)' ' or (byte)'"' or (byte)'\'' or (byte)','))
        {
            end--;
        }

        return end < position && end >= 2 && text[end - 1] == 'w' && text[end - 2] == 'p' && (end == 2 || !Ascii.IsAlphanumeric(text[end - 3]));
    }

    private static bool HasFlag(ReadOnlySpan<byte> text, CommandShape shape, ArgumentReader reader)
    {
        for (int count = 0; count < MostWords && reader.Next(out Argument word); count++)
        {
            ReadOnlySpan<byte> bytes = word.In(text);
            bool isOption = bytes.Length > 1 && bytes[0] == '-' && bytes[1] != '-';
            if (shape.Flag.Length == 1 ? isOption && bytes.IndexOf((byte)shape.Flag[0]) > 0 : AsciiText.ContainsIgnoreCase(bytes, shape.Flag.ToLowerInvariant()))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>role=ops</c>: a parameter, and no positional value. Base64 ends with the sign.</summary>
    private static bool IsPair(ReadOnlySpan<byte> word)
    {
        int equals = word.IndexOf((byte)'=');
        return equals > 0 && equals < 24 && equals + 2 < word.Length;
    }

    /// <summary><c>run mkpasswd -m sha-512. **Note:** …</c>: the command is over where its sentence is.</summary>
    private static bool IsNextSentence(ReadOnlySpan<byte> before, ReadOnlySpan<byte> word) =>
        before.Length > 1 && before[before.Length - 1] == '.' && before[before.Length - 2] != '.' && word.Length > 0 && (Ascii.IsUpper(word[0]) || word[0] is (byte)'*' or (byte)'_' or (byte)'`');

    private static void ReadArguments(ScanContext context, CommandShape shape, ref ArgumentReader reader)
    {
        ReadOnlySpan<byte> text = context.Text;
        bool strict = ArgumentJudge.IsStrict(context, reader.IsQuoted);
        SecretPlace? pending = null;
        bool named = false;
        int ordinal = 0;
        Argument last = default;
        void Report(Argument value, SecretPart part) => ArgumentJudge.Report(context, value, part, Confidence.High, strict, $"argument of {shape.Name}");
        ReadOnlySpan<byte> before = default;
        for (int count = 0; count < MostWords && reader.Next(out Argument word) && !IsNextSentence(before, word.In(text)); count++)
        {
            ReadOnlySpan<byte> bytes = before = word.In(text);
            bool isOption = bytes.Length > 1 && word.Quote == 0 && (bytes[0] == '-' || (shape.HasSlashOptions && bytes[0] == '/' && Ascii.IsLetter(bytes[1])));
            if (pending is not null && !isOption)
            {
                Report(word, pending.Part);
                pending = null;
                continue;
            }

            pending = shape.Find(bytes, out int nameLength);
            if (pending is not null)
            {
                if (nameLength < bytes.Length)
                {
                    Report(word.From(text, nameLength), pending.Part);
                    pending = null;
                }

                continue;
            }

            if (!isOption && !word.IsOpaque)
            {
                if (named)
                {
                    Report(word, SecretPart.Whole);
                }

                ordinal++;
                named = shape.Positional(SecretPlace.Named) is not null && NameJudge.SaysSecret(bytes);
                if ((shape.Positional(ordinal) ?? shape.Positional(SecretPlace.Any)) is SecretPlace place && (place.Part == SecretPart.Pair || !IsPair(bytes)))
                {
                    Report(word, place.Part);
                }

                last = word;
            }
        }

        if (ordinal >= 2 && shape.Positional(SecretPlace.Last) is not null && !AsciiText.StartsWith(last.In(text), "\\\\") && last.In(text).IndexOf((byte)'.') != 0)
        {
            Report(last, SecretPart.Whole);
        }
    }
}
