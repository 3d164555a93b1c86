using SecretGuard.Findings;
using SecretGuard.References.Sources;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Linting.Templates;

/// <summary>A setting of a secret name.</summary>
/// <param name="Path">The file.</param>
/// <param name="Key">Its names from the root on, colons between them.</param>
/// <param name="Location">Where its own name stands.</param>
/// <param name="IsFilled">Whether somebody else is to say what it is: a template or a reference. Else it is its value.</param>
internal sealed record SecretSetting(string Path, string Key, Location Location, bool IsFilled);

/// <summary>Settings that are secret by their names and either have a value or say who has it. What is empty, a switch, a number, an address or a path is neither.</summary>
internal static class SecretSettings
{
    private static readonly string[] Signs = ["${", "$(", "{{", "#{", "<%"];
    private static readonly string[] References = ["@Microsoft.KeyVault", "vault:", "ref+", "op://", "arn:", "secretref:", "ENC[", "ENC(", "{cipher}", "sops:", "!vault", "$ANSIBLE_VAULT"];

    /// <summary>Names of what is kept elsewhere, or done: <c>pullSecret</c>, <c>authorization</c>.</summary>
    private static readonly string[] Kept = ["secret", "secrets", "credential", "credentials", "creds", "authorization", "bearer", "jwt"];

    /// <summary>Keys beside which others say what is in a secret that is named there; <c>existingSecret: ""</c> names none.</summary>
    private static readonly string[] ReferenceKeys = ["remoteRef", "secretName", "existingSecret"];

    private static readonly string[] Files = [".pem", ".key", ".crt", ".cer", ".p12", ".pfx", ".jks", ".json", ".yaml", ".yml", ".txt", ".properties"];
    private static readonly string[] NamesOfOthers = ["pullsecret", "pullsecrets", "existingsecret", "tlssecret", "certsecret", "ingresssecret", "passwordkey", "tokenkey", "credentialkey", "secretkeykey", "usernamekey"];

    /// <summary>Whether a name is that of a value that is a secret, and not of what a secret or a field of it is called.</summary>
    public static bool IsOne(string name)
    {
        string folded = string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
        return !Kept.Contains(folded, StringComparer.Ordinal) && !Array.Exists(NamesOfOthers, end => folded.EndsWith(end, StringComparison.Ordinal)) && ReferenceOf.KeySaysSecret(name);
    }

    /// <summary>Whether a value is one that could be used as it is: no template, switch, number, address, file, name of a variable, nor words for people.</summary>
    public static bool IsValue(string? value)
    {
        string text = value?.Trim().Trim('"', '\'') ?? "";
        return LiteralValue.Is(text) && text.AsSpan().IndexOfAnyExceptInRange('0', '9') >= 0 && text[0] != '(' && !text.Any(char.IsWhiteSpace) && !text.Contains("://", StringComparison.Ordinal)
            && !Array.Exists(Files, end => text.EndsWith(end, StringComparison.OrdinalIgnoreCase)) && !IsVariableName(text) && !NamesSecret(text);
    }

    /// <summary><c>postgres-credentials</c>: what a secret of the cluster is called.</summary>
    public static bool NamesSecret(string text) => text.LastIndexOf('-') is var hyphen and > 0 && text[(hyphen + 1)..] is "secret" or "secrets" or "credential" or "credentials" or "creds" or "auth" or "tls";

    /// <summary>Those of a text.</summary>
    public static IEnumerable<SecretSetting> In(LintText text)
    {
        SourceText source = text.Source;
        if (source.IsYaml || text.IsJson)
        {
            return OfTree(text);
        }

        return SettingLines.IsOne(source) ? OfLines(source) : [];
    }

    private static IEnumerable<SecretSetting> OfTree(LintText text)
    {
        var owners = new Dictionary<YamlValue, (bool IsReference, Dictionary<string, YamlValue> Keys)>(ReferenceEqualityComparer.Instance);
        foreach ((YamlValue scalar, YamlPath? path) in text.Roots.Where(root => !IsLocalProfile(root)).SelectMany(YamlWalk.Scalars))
        {
            if (path is not { Key.Length: > 0 } || !IsOne(path.Key) || IsReferenced(path) || StateOf(path.Key, scalar.Text!, scalar.Source.IsTemplate) is not { } isFilled)
            {
                continue;
            }

            if (!owners.TryGetValue(path.Owner, out (bool IsReference, Dictionary<string, YamlValue> Keys) owner))
            {
                owners[path.Owner] = owner = (Array.Exists(ReferenceKeys, key => path.Owner[key] is { Text: not null } or { IsMap: true }), Keys(path.Owner));
            }

            if (!owner.IsReference && owner.Keys.TryGetValue(path.Key, out YamlValue? name))
            {
                yield return new SecretSetting(text.Source.Path, KeyOf(path), name.Place(0, path.Key.Length), isFilled);
            }
        }
    }

    private static Dictionary<string, YamlValue> Keys(YamlValue owner)
    {
        var keys = new Dictionary<string, YamlValue>(StringComparer.Ordinal);
        foreach (YamlValue key in owner.Members.Select(member => member.Key).Where(key => key.Text is not null))
        {
            keys[key.Text!] = key;
        }

        return keys;
    }

    /// <summary>Whether a document of Spring is for work on one machine.</summary>
    private static bool IsLocalProfile(YamlValue root) => (root["spring", "config", "activate", "on-profile"].Text ?? root["spring"].TextOf("profiles")) is { } profile && LocalFiles.IsNamed(profile);

    private static IEnumerable<SecretSetting> OfLines(SourceText source)
    {
        foreach ((string key, int start, int length, string value) in SettingLines.In(source.Text))
        {
            string name = key[(key.LastIndexOf(':') + 1)..];
            if (value.Length > 0 && IsOne(name) && StateOf(name, value, false) is { } isFilled)
            {
                yield return new SecretSetting(source.Path, key, source.At(start, length), isFilled);
            }
        }
    }

    /// <summary>Whether the mappings above say where a secret is, in which case their members are names: <c>secretKeyRef</c>, <c>remoteRef</c>.</summary>
    private static bool IsReferenced(YamlPath path)
    {
        for (YamlPath? up = path.Up; up is not null; up = up.Up)
        {
            if (up.Key.EndsWith("Ref", StringComparison.Ordinal) || up.Key.EndsWith("Refs", StringComparison.Ordinal) || up.Key is "valueFrom" or "secretKeys" or "externalSecrets" or "externalSecret")
            {
                return true;
            }
        }

        return false;
    }

    private static string KeyOf(YamlPath path)
    {
        var keys = new Stack<string>();
        for (YamlPath? at = path; at is not null; at = at.Up)
        {
            if (at.Key.Length > 0)
            {
                keys.Push(at.Key);
            }
        }

        return string.Join(':', keys);
    }

    /// <summary>Whether somebody else says what a value is; null where it is neither that nor a value.</summary>
    private static bool? StateOf(string name, string text, bool isTemplate)
    {
        if (char.IsAsciiLetterUpper(text[0]) && text.Equals(name, StringComparison.OrdinalIgnoreCase))
        {
            return null; // what people read: "password": "Password"
        }

        if (Array.Exists(Signs, sign => text.Contains(sign, StringComparison.Ordinal)) || Array.Exists(References, sign => text.StartsWith(sign, StringComparison.OrdinalIgnoreCase))
            || (isTemplate && text.Contains('*', StringComparison.Ordinal)) || (text.StartsWith("__", StringComparison.Ordinal) && text.EndsWith("__", StringComparison.Ordinal)))
        {
            return true;
        }

        return IsValue(text) && !text.Contains('/', StringComparison.Ordinal) ? false : null;
    }

    /// <summary><c>DB_PASSWORD</c>, not <c>CHANGE_ME</c>.</summary>
    private static bool IsVariableName(string text) =>
        text.Contains('_', StringComparison.Ordinal) && text.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter) || letter == '_') && !text.EndsWith("_ME", StringComparison.Ordinal) && ReferenceOf.SaysSecret(text);
}
