using SecretGuard.Inventories;
using YamlDotNet.RepresentationModel;

namespace SecretGuard.Configuration;

/// <summary>Reads how new values are made: a type alone, or a map of what is asked of them.</summary>
internal static class GenerationReader
{
    private const string Key = "generate";
    private const int MostBits = 16_384;
    private const int MostLength = 4_096;
    private const int UsualBits = 256;
    private const int UsualLength = 32;
    private const int FewestCharacters = 12;
    private const int FewestModulusBits = 2_048;
    private const int UsualModulusBits = 3_072;

    private static readonly int[] Curves = [256, 384, 521];

    private static readonly (string, GeneratedType?)[] Types =
        [("random", GeneratedType.Random), ("password", GeneratedType.Password), ("rsa", GeneratedType.Rsa), ("ec", GeneratedType.Ec), ("command", GeneratedType.Command)];

    /// <summary>How they are made; null where nobody says.</summary>
    public static DeclaredGeneration? Read(YamlSection rotation)
    {
        if (rotation.Take(Key) is not { } node)
        {
            return null;
        }

        if (node is YamlScalarNode)
        {
            return rotation.Choice(Key, [.. Types.Where(type => type.Item2 != GeneratedType.Command)]) is { } alone ? Checked(rotation, node, new DeclaredGeneration(alone), 0, 0) : null;
        }

        YamlSection section = rotation.Section(Key)!;
        if (section.Take("type") is null)
        {
            section.Fail(node, $"'{Key}' needs a 'type': {string.Join(", ", Types.Select(type => type.Item1))}");
        }

        GeneratedType? type = section.Choice("type", Types);
        var generation = new DeclaredGeneration(type ?? GeneratedType.Random)
        {
            Text = section.Choice("encoding", ("base64url", GeneratedText.Base64Url), ("base64", GeneratedText.Base64), ("hex", GeneratedText.Hex)),
            Symbols = section.Text("symbols") ?? "",
            Run = [.. section.Texts("run").Select(word => word.Text)],
            Fields = [.. section.Texts("field").Select(field => field.Text)],
            Previous = section.Text("previous"),
            PublicField = section.Text("public"),
        };
        generation = Checked(section, node, generation, (int)section.Number("bits", MostBits), (int)section.Number("length", MostLength));
        section.RejectUnknown();
        return type is null ? null : generation;
    }

    /// <summary>The rule with what it leaves open; what does not go together is told.</summary>
    private static DeclaredGeneration Checked(YamlSection section, YamlNode node, DeclaredGeneration rule, int bits, int length)
    {
        void Fail(bool isWrong, string why)
        {
            if (isWrong)
            {
                section.Fail(node, why);
            }
        }

        int asked = bits > 0 ? bits : rule.Type == GeneratedType.Rsa ? UsualModulusBits : UsualBits;
        bool isPair = rule.Type is GeneratedType.Rsa or GeneratedType.Ec;
        Fail(rule.Type == GeneratedType.Random && (asked < DeclaredGeneration.FewestBits || asked % 8 != 0), $"{asked} bits: it takes {DeclaredGeneration.FewestBits} at least, and a multiple of 8");
        Fail(rule.Type == GeneratedType.Rsa && (asked < FewestModulusBits || asked % 8 != 0), $"{asked} bits: an RSA key has {FewestModulusBits} at least, and a multiple of 8");
        Fail(rule.Type == GeneratedType.Ec && !Curves.Contains(asked), $"there is no curve P-{asked}: write one of {string.Join(", ", Curves)}");
        Fail(rule.Type == GeneratedType.Password && length is > 0 and < FewestCharacters, $"{length} characters: a password has {FewestCharacters} at least");
        Fail(rule.Symbols.Any(symbol => symbol is <= ' ' or > '~' || char.IsLetterOrDigit(symbol)), "'symbols' are characters of ASCII that are no letters, digits or blanks");
        Fail((rule.Type == GeneratedType.Command) != (rule.Run.Count > 0), "'run' is the program of 'type: command', and of no other");
        Fail(rule.PublicField is not null && !isPair, "'public' is the public part of 'rsa' and 'ec'");
        Fail((rule.PublicField is not null || rule.Previous is not null) && rule.Fields.Count != 1, "'previous' and 'public' are fields beside one other: name it with 'field'");
        string[] named = [.. rule.Fields, .. new[] { rule.Previous, rule.PublicField }.OfType<string>()];
        Fail(named.Distinct(StringComparer.Ordinal).Count() < named.Length, "a field is named twice");
        Fail(rule.Type == GeneratedType.Command && rule.Fields.Count > 1, "what a command prints is one value: name one 'field'");
        return rule with { Bits = asked, Length = length > 0 ? length : UsualLength };
    }
}
