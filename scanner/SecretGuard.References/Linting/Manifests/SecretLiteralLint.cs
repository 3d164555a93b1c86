using System.Text;
using SecretGuard.Detection.Values;
using SecretGuard.Findings;
using SecretGuard.References.Kubernetes;
using SecretGuard.References.Yaml;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Manifests;

/// <summary>
/// Secrets of the cluster whose values stand in the repository. Whether a value is a real secret is for the scanner to tell; here the practice counts. What is encrypted,
/// sealed, a template or a stub is none.
/// </summary>
internal sealed class SecretLiteralLint : ILint
{
    private static readonly string[] SecretKeys = [".dockerconfigjson", ".dockercfg", "tls.key", "ssh-privatekey"];

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [ManifestRules.SecretLiteral];

    /// <inheritdoc/>
    public void Look(LintText text, LintFindings found)
    {
        if (text.IsDocumentation || FilePlaces.IsTrial(text.Source.Path))
        {
            return;
        }

        foreach (Manifest manifest in text.Manifests.Concat(text.Patched).Where(manifest => manifest.Kind == "Secret" && !manifest.Root["sops"].IsMap))
        {
            Tell(found, manifest.Consumer, [.. LiteralsIn(manifest)], "; Base64 hides nothing, and to change a value takes a commit");
        }

        foreach (YamlValue made in KustomizeExtractor.IsOne(text.Source) ? text.Roots.SelectMany(root => root[KustomizeExtractor.Generator].Items) : [])
        {
            Tell(found, $"{KustomizeExtractor.Generator} {made.TextOf("name")}", [.. LiteralsIn(made)], "; 'envs' and 'files' take them from files that are not committed");
        }
    }

    private static void Tell(LintFindings found, string subject, (Location Place, string Name)[] literal, string further)
    {
        if (literal.Length > 0)
        {
            string keys = string.Join(", ", literal.Select(one => one.Name));
            found.Add(ManifestRules.SecretLiteral, literal[0].Place, $"{subject} {keys}", $"everybody who may read the repository, its forks and its history, now and later, reads {keys}{further}");
        }
    }

    /// <summary><c>NAME=value</c> of a generator of Kustomize.</summary>
    private static IEnumerable<(Location Place, string Name)> LiteralsIn(YamlValue generator)
    {
        foreach (YamlValue literal in generator["literals"].Items)
        {
            if (literal.Text is { } text && text.IndexOf('=', StringComparison.Ordinal) is var equals and > 0 && IsSecretKey(text[..equals]) && IsLiteral(text[(equals + 1)..]))
            {
                yield return (literal.Place(0, equals), text[..equals]);
            }
        }
    }

    private static IEnumerable<(Location Place, string Name)> LiteralsIn(Manifest manifest)
    {
        foreach ((YamlValue key, YamlValue value) in manifest.Root["stringData"].Members)
        {
            if (key.Text is { } name && IsSecretKey(name) && value.Text is { } text && IsLiteral(text))
            {
                yield return (key.Location, name);
            }
        }

        foreach ((YamlValue key, YamlValue value) in manifest.Root["data"].Members)
        {
            if (key.Text is { } name && IsSecretKey(name) && value.Text is { } text && IsLiteral(text) && Decoded(text) is { } decoded && IsLiteral(decoded))
            {
                yield return (key.Location, name);
            }
        }
    }

    private static bool IsSecretKey(string key) => SecretKeys.Contains(key, StringComparer.Ordinal) || ReferenceOf.SaysSecret(key);

    private static bool IsLiteral(string text) => !OpenName.IsOpen(text) && !Unfilled.Is(text) && !Placeholders.IsPlaceholder(Encoding.UTF8.GetBytes(text));

    /// <summary>What a value of <c>data</c> stands for; null where it is no Base64, as a stub is none.</summary>
    private static string? Decoded(string text)
    {
        byte[] bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text.Trim(), bytes, out int length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }
}
