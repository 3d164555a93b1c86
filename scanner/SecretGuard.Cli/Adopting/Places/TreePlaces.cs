using SecretGuard.References.Values;
using SecretGuard.Remedies;
using SecretGuard.Text;

namespace SecretGuard.Cli.Adopting.Places;

/// <summary>Secrets in JSON and YAML.</summary>
internal static class TreePlaces
{
    private const string Part = "the secret is a part of a longer text: take it out by hand, or let all of the text come from the store";
    private const string ObjectObstacle = "an object of Kubernetes holds what it is to hand on: let an ExternalSecret fill it from the store, and take it out by hand";

    /// <summary>In JSON an empty text stays, so that the key can still be seen; a configuration of .NET reads another source over it.</summary>
    public static SecretPlace InJson(SecretSpot spot)
    {
        if (HeldValues.InJson(spot.Text, spot.Start) is not { } held || spot.Text[held.Start] != '"')
        {
            return spot.ByHand("it is no text of a JSON document: take it out by hand");
        }

        return new SecretPlace(held.Start, held.End, held.ToString())
        {
            Value = held.Text,
            IsConfiguration = true,
            Reference = _ => "\"\"",
            Write = JsonText.Of,
            Obstacle = IsWhole(spot, held, quotes: 1) ? null : Part,
        };
    }

    /// <summary>In YAML what the kind of file reads as a variable, else an empty text.</summary>
    public static SecretPlace InYaml(SecretSpot spot)
    {
        if (HeldValues.InYaml(spot.Text, spot.Start) is not { } held)
        {
            return spot.ByHand("it is no value of a YAML document: take it out by hand");
        }

        Func<string, string>? variable = VariableOf(spot);
        int quotes = spot.Text[held.Start] is '"' or '\'' ? 1 : 0;
        string quote = spot.Text.Substring(held.Start, quotes), last = held.Path.Count == 0 ? "" : held.Path[^1];
        bool isVariable = variable is not null && !IsSpring(spot) && last.Any(char.IsAsciiLetter) && last.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
        if (OfPair(spot, held) is { } pair)
        {
            return pair with { Reference = variable ?? (_ => ""), Obstacle = IsObject(spot.Text) ? ObjectObstacle : null };
        }

        return new SecretPlace(held.Start, held.End, isVariable ? last : held.ToString())
        {
            Value = held.Text,
            IsConfiguration = variable is null,
            Reference = known => variable is null ? "\"\"" : quote + variable(known) + quote,
            Write = JsonText.Of,
            Obstacle = IsObject(spot.Text) ? ObjectObstacle : held.IsBlock ? "it goes over several lines: take it out by hand" : IsWhole(spot, held, quotes) ? null : Part,
        };
    }

    /// <summary><c>- NAME=value</c>, as Compose lists variables.</summary>
    private static SecretPlace? OfPair(SecretSpot spot, HeldValue held)
    {
        int equals = spot.Text.IndexOf('=', held.Start), end = held.End - (spot.Text[held.End - 1] is '"' or '\'' ? 1 : 0);
        string name = equals < 0 ? "" : spot.Text[held.Start..equals].TrimStart('"', '\'');
        return equals >= 0 && equals < spot.Start && spot.Text[(equals + 1)..end] == spot.Written && name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
            ? new SecretPlace(spot.Start, spot.End, name) { Value = spot.Written } : null;
    }

    /// <summary>How the program that reads a file writes a variable; null where it knows none.</summary>
    private static Func<string, string>? VariableOf(SecretSpot spot)
    {
        string path = "/" + spot.Path.ToLowerInvariant();
        return spot.FileName.StartsWith("docker-compose", StringComparison.Ordinal) || spot.FileName.StartsWith("compose", StringComparison.Ordinal) || IsSpring(spot) ? name => $"${{{name}}}"
            : path.Contains("/.github/", StringComparison.Ordinal) ? name => $"${{{{ secrets.{name} }}}}"
            : spot.FileName.StartsWith("azure-pipelines", StringComparison.Ordinal) ? name => $"$({name})"
            : spot.FileName is ".gitlab-ci.yml" ? name => $"${name}"
            : null;
    }

    private static bool IsSpring(SecretSpot spot) => spot.FileName.StartsWith("application", StringComparison.Ordinal);

    private static bool IsObject(string text) => text.Split('\n') is var lines && lines.Any(line => line.StartsWith("apiVersion:", StringComparison.Ordinal)) && lines.Any(line => line.StartsWith("kind:", StringComparison.Ordinal));

    /// <summary>Whether all of a text is the secret, or it is one thing though only a part of it is secret.</summary>
    private static bool IsWhole(SecretSpot spot, HeldValue held, int quotes) =>
        spot.Text[(held.Start + quotes)..(held.End - quotes)].Trim() == spot.Written.Trim() || OneTexts.IsOne(held.Text);
}
