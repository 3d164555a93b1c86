using System.Text;
using System.Text.RegularExpressions;
using SecretGuard.Detection.Values;
using SecretGuard.References.Kubernetes;
using SecretGuard.References.Yaml;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Manifests;

/// <summary>Secrets of a type of Kubernetes that lack what the type demands: in a Secret, and in what operators are to make one of.</summary>
internal sealed class SecretTypeLint : IRepositoryLint
{
    private const string Docker = ".dockerconfigjson", Auths = "\"auths\"", AccountToken = "kubernetes.io/service-account-token", AccountName = "kubernetes.io/service-account.name";

    /// <summary>What each type demands; of the keys behind a stroke one suffices.</summary>
    private static readonly Dictionary<string, string[]> Demanded = new(StringComparer.Ordinal)
    {
        ["kubernetes.io/dockerconfigjson"] = [Docker],
        ["kubernetes.io/dockercfg"] = [".dockercfg"],
        ["kubernetes.io/tls"] = ["tls.crt", "tls.key"],
        ["kubernetes.io/ssh-auth"] = ["ssh-privatekey"],
        ["kubernetes.io/basic-auth"] = ["username|password"],
    };

    /// <summary>Words with which the name of something ends that is one credential, and words that say that it is a whole file.</summary>
    private static readonly string[] Credentials = ["token", "pat", "password", "passwd", "pwd", "apikey"], Files = ["config", "json", "dockerconfigjson", "dockercfg", "auths"];

    /// <summary>Names of fields that say nothing.</summary>
    private static readonly string[] Plain = ["value", "data", "content", "secret", "text"];

    /// <summary>A template that hands on one value as it is: <c>{{ .token }}</c>.</summary>
    private static readonly Regex Copied = new("""^\s*\{\{-?\s*\.(?<name>\w+)\s*(?:\|\s*toString\s*)?-?\}\}\s*$""", RegexOptions.NonBacktracking);

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [ManifestRules.SecretType];

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        foreach (Manifest manifest in repository.Manifests)
        {
            LookAtValue(manifest, found);
            if (!manifest.Root.Source.IsTemplate && !repository.PatchFiles.Has(manifest))
            {
                LookAtKeys(manifest, found);
            }
        }
    }

    private static void LookAtValue(Manifest manifest, LintFindings found)
    {
        if (manifest.Kind == "Secret")
        {
            LookAtLogin(manifest, found);
        }
        else if (manifest.IsExternalSecret)
        {
            LookAtSource(manifest, manifest.Root.Source.Text, found);
        }
    }

    /// <summary>What is not there: a template or another file may bring it.</summary>
    private static void LookAtKeys(Manifest manifest, LintFindings found)
    {
        switch (manifest.Kind)
        {
            case "Secret":
                Tell(manifest, manifest.Root["type"], [.. KeysOf(manifest.Root["data"]), .. KeysOf(manifest.Root["stringData"])], found);
                LookAtAccount(manifest, found);
                break;
            case "SealedSecret":
                YamlValue template = manifest.Spec["template"];
                Tell(manifest, template["type"], [.. KeysOf(manifest.Spec["encryptedData"]), .. KeysOf(template["data"])], found);
                break;
            case "SecretProviderClass":
                foreach (YamlValue secret in manifest.Spec["secretObjects"].Items)
                {
                    Tell(manifest, secret["type"], [.. secret["data"].Items.Select(entry => entry.TextOf("key")).OfType<string>()], found);
                }

                break;
            case "ExternalSecret" or "ClusterExternalSecret":
                Tell(manifest, manifest.ExternalSpec["target", "template", "type"], KeysMade(manifest), found);
                break;
        }
    }

    private static IEnumerable<string> KeysOf(YamlValue map) => map.Members.Select(member => member.Key.Text ?? "*");

    /// <summary>The keys that an ExternalSecret makes; null where these are not known.</summary>
    private static string[]? KeysMade(Manifest manifest)
    {
        YamlValue spec = manifest.ExternalSpec, template = spec["target", "template"];
        return spec["dataFrom"].Items.Count > 0 || template["templateFrom"].Items.Count > 0 || spec["target"].TextOf("creationPolicy") is "Merge" or "CreateOrMerge" ? null
            : [.. KeysOf(template["data"]), .. ExternalSecrets.IsTemplated(manifest) ? [] : spec["data"].Items.Select(entry => entry.TextOf("secretKey")).OfType<string>()];
    }

    private static void Tell(Manifest manifest, YamlValue type, string[]? keys, LintFindings found)
    {
        if (keys is null || type.Text is not { } name || !Demanded.TryGetValue(name, out string[]? demanded) || Array.Exists(keys, OpenName.IsOpen))
        {
            return;
        }

        string[] missing = Array.FindAll(demanded, key => !key.Split('|').Any(one => keys.Contains(one, StringComparer.Ordinal)));
        if (missing.Length > 0)
        {
            found.Add(ManifestRules.SecretType, type.Location, $"{manifest.Consumer} {name}", $"a secret of this type is refused without {string.Join(" and ", missing).Replace("|", " or ", StringComparison.Ordinal)}");
        }
    }

    /// <summary>A Secret that is to hold the token of a service account, and does not say of which.</summary>
    private static void LookAtAccount(Manifest manifest, LintFindings found)
    {
        if (manifest.Root.TextOf("type") == AccountToken && manifest.Root["metadata", "annotations"] is var annotations && annotations[AccountName].Text is null && !annotations.Members.Any(member => member.Key.Text is null))
        {
            found.Add(ManifestRules.SecretType, manifest.Root["type"].Location, $"{manifest.Consumer} {AccountToken}", $"a secret of this type is refused without the annotation '{AccountName}'");
        }
    }

    /// <summary>A Secret for pulling images whose value is no file of Docker.</summary>
    private static void LookAtLogin(Manifest manifest, LintFindings found)
    {
        YamlValue text = manifest.Root["stringData", Docker], data = manifest.Root["data", Docker];
        byte[] bytes = new byte[data.Text?.Length ?? 0];
        string? file = text.Text ?? (data.Text is not null && Convert.TryFromBase64String(data.Text.Trim(), bytes, out int length) ? Encoding.UTF8.GetString(bytes, 0, length) : null);
        bool isFilled = file is not null && !OpenName.IsOpen(file) && (file.TrimStart().StartsWith('{') || !(Unfilled.Is(file) || Placeholders.IsPlaceholder(Encoding.UTF8.GetBytes(file))));
        if (isFilled && !file!.Contains(Auths, StringComparison.Ordinal))
        {
            YamlValue key = manifest.Root[text.Text is null ? "data" : "stringData"].KeyOf(Docker);
            found.Add(ManifestRules.SecretType, key.Location, $"{manifest.Consumer} {Docker}", "it must be JSON with 'auths', and is not: no image is pulled with it");
        }
    }

    /// <summary>A secret for pulling images that is filled with one token or password as it is.</summary>
    private static void LookAtSource(Manifest manifest, string all, LintFindings found)
    {
        YamlValue template = manifest.ExternalSpec["target", "template", "data"], made = template[Docker];
        string? from = made != YamlValue.Nothing ? Copied.Match(all[Math.Min(all.Length, (int)made.Start.Index)..Math.Min(all.Length, (int)made.End.Index)].Trim('"', '\'')) is { Success: true } copied ? copied.Groups["name"].Value : null : ExternalSecrets.IsTemplated(manifest) ? null : Docker;
        foreach (ExternalEntry entry in from is null ? [] : ExternalSecrets.Entries(manifest).Where(entry => entry.Into.Text == from && entry.Key.Text is not null))
        {
            string key = entry.Key.Text![(entry.Key.Text!.LastIndexOf('/') + 1)..], name = entry.Property.Text is { } property && !Plain.Contains(property, StringComparer.OrdinalIgnoreCase) ? property : entry.Property.Text is null ? "" : key;
            string[] words = name.ToLowerInvariant().Split('-', '_', '.');
            if (Credentials.Contains(words[^1], StringComparer.Ordinal) && !words.Intersect(Files, StringComparer.Ordinal).Any())
            {
                found.Add(ManifestRules.SecretType, (entry.Property.Text == name ? entry.Property : entry.Key).Location, $"{manifest.Consumer} {name}", $"'{Docker}' must be JSON with 'auths', and '{name}' is one credential as it is: no image is pulled with it until target.template makes the JSON");
            }
        }
    }
}
