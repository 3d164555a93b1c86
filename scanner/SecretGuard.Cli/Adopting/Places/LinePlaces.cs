using SecretGuard.Remedies;

namespace SecretGuard.Cli.Adopting.Places;

/// <summary>Secrets in files of lines with a name and a value each: <c>.env</c>, properties, INI, TOML.</summary>
internal static class LinePlaces
{
    private const string Quotes = "\"'`";

    /// <summary>The value of the line.</summary>
    public static SecretPlace Find(SecretSpot spot)
    {
        int lineEnd = spot.Text.IndexOf('\n', spot.Start) is var found and >= 0 ? found : spot.Text.Length;
        string line = spot.Text[spot.LineStart..lineEnd].TrimEnd('\r');
        int equals = Separator(spot, line), start = equals + 1;
        if (line.TrimStart() is not [not ('#' or ';'), ..] || equals <= 0 || spot.LineStart + equals >= spot.Start)
        {
            return spot.ByHand("it is no value of this file: take it out by hand");
        }

        while (start < line.Length && char.IsWhiteSpace(line[start]))
        {
            start++;
        }

        bool isQuoted = start < line.Length && Quotes.Contains(line[start], StringComparison.Ordinal);
        int end = isQuoted ? line.IndexOf(line[start], start + 1) + 1 : Plain(line, start);
        string name = Name(spot, line[..equals]);
        if (end <= start || spot.End > spot.LineStart + end)
        {
            return spot.ByHand("it goes over several lines: take it out by hand");
        }

        string value = isQuoted ? line[(start + 1)..(end - 1)] : line[start..end];
        bool isToml = spot.HasEnd(".toml"), isPlain = !value.Contains('\\', StringComparison.Ordinal);
        return new SecretPlace(spot.LineStart + start, spot.LineStart + end, name)
        {
            Value = isPlain ? value : null,
            IsConfiguration = name.Contains(':', StringComparison.Ordinal),
            Reference = variable => isToml ? "\"\"" : spot.HasEnd(".npmrc") || spot.FileName.StartsWith("application", StringComparison.Ordinal) ? $"${{{variable}}}" : "",
            Write = text => isToml || isQuoted ? Text.JsonText.Of(text) : text,
            Obstacle = value.Trim() == spot.Written.Trim() || OneTexts.IsOne(value) ? null : "the secret is a part of a longer text: take it out by hand, or let all of the text come from the store",
        };
    }

    private static int Separator(SecretSpot spot, string line)
    {
        int equals = line.IndexOf('=', StringComparison.Ordinal);
        return spot.HasEnd(".npmrc") ? line.LastIndexOf('=', Math.Min(line.Length - 1, spot.Start - spot.LineStart)) : equals >= 0 || !spot.HasEnd(".properties") ? equals : line.IndexOf(':', StringComparison.Ordinal);
    }

    /// <summary>Where an unquoted value ends: before blanks, and before a comment.</summary>
    private static int Plain(string line, int start)
    {
        int comment = line.IndexOf(" #", start, StringComparison.Ordinal);
        return line.AsSpan(0, comment < 0 ? line.Length : comment).TrimEnd().Length;
    }

    private static string Name(SecretSpot spot, string before)
    {
        string name = before.Trim();
        name = name.StartsWith("export ", StringComparison.Ordinal) ? name["export ".Length..].Trim() : name;
        name = spot.HasEnd(".npmrc") ? "npm" + name[(name.LastIndexOf(':') + 1)..] : name.Trim('"', '\'');
        string? section = spot.HasEnd(".ini", ".toml", ".cfg", ".conf") ? spot.Text[..spot.LineStart].Split('\n').Select(line => line.Trim()).LastOrDefault(line => line is ['[', .., ']']) : null;
        return section is null ? name : $"{section.Trim('[', ']').Trim()}:{name}";
    }
}
