using SecretGuard.References.Kubernetes;
using SecretGuard.References.Yaml;
using SecretGuard.Rules;
using SecretGuard.Text;

namespace SecretGuard.References.Linting.Manifests;

/// <summary>Keys of a cluster's secret that a class makes of an object which it does not mount. Keeps what other files say of classes.</summary>
internal sealed class ProviderObjectLint : ILint
{
    private const string ClassName = "secretProviderClass";

    private static readonly string[] Known = ["azure", "aws", "vault", "gcp"];

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [ManifestRules.ObjectUnknown];

    /// <inheritdoc/>
    public void Look(LintText text, LintFindings found)
    {
        foreach (Manifest manifest in text.Manifests.Where(manifest => manifest.Kind == "SecretProviderClass" && Known.Contains(manifest.Spec.TextOf("provider"), StringComparer.Ordinal)))
        {
            LookAt(manifest, found);
        }

        // Values of a chart, a kind of pods that nobody here knows.
        if (text.Source.Text.Contains(ClassName, StringComparison.Ordinal))
        {
            foreach ((YamlValue scalar, YamlPath? path) in text.Roots.SelectMany(YamlWalk.Scalars).Where(found => found.Path?.Key == ClassName))
            {
                found.Keep(text.Source, new ClassMention(scalar.Text!));
            }
        }
    }

    private static void LookAt(Manifest manifest, LintFindings found)
    {
        ProviderObject[] objects = [.. ProviderClasses.Objects(manifest)];
        string?[] files = [.. objects.Select(item => item.File)];
        if (files.Length == 0 || Array.Exists(files, file => file is null || OpenName.IsOpen(file)))
        {
            return;
        }

        foreach (YamlValue name in manifest.Spec["secretObjects"].Items.SelectMany(secret => secret["data"].Items).Select(entry => entry["objectName"]))
        {
            // Of several versions each has a file of its own below the name.
            if (name.Text is not { } text || OpenName.IsOpen(text) || Array.Exists(objects, item => item.IsMountedAs(text) || text.StartsWith(item.File + "/", StringComparison.Ordinal)))
            {
                continue;
            }

            string? renamed = Array.Find(objects, item => item.At.Text == text)?.File;
            found.Add(ManifestRules.ObjectUnknown, name.Place(0, text.Length), $"{manifest.Consumer} {text}", renamed is not null
                ? $"the object is mounted as '{renamed}', and only that name counts here: the key is not made"
                : $"no object of this class is mounted as '{text}', so the key is not made{NearestName.Hint(text, files!)}", renamed);
        }
    }
}

/// <summary>A class of the Secrets Store CSI driver that a file names, wherever in it.</summary>
/// <param name="Name">Its name.</param>
internal sealed record ClassMention(string Name);
