using System.Text.RegularExpressions;
using SecretGuard.Inventories;
using SecretGuard.References.Sources;

namespace SecretGuard.References.AzureSettings;

/// <summary>A text of settings, of whatever syntax: which key a value stands at, and whether it stands in a comment.</summary>
/// <param name="source">The text.</param>
internal sealed class SettingText(SourceText source)
{
    private const int Nearest = 300; // characters around a value in which its name is looked for

    private static readonly Regex KeyBefore = new("""["']?(?<key>[A-Za-z_][\w.:-]*)["']?\s*[:=]\s*(?:!Sub\s+)?["']?$""", RegexOptions.NonBacktracking);
    private static readonly Regex NameField = new("""(?:^|[\s{,"'])name["']?\s*[:=]\s*["']?(?<name>[A-Za-z_][\w.:-]*)""", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase);

    /// <summary>The text.</summary>
    public SourceText Source => source;

    /// <summary>The text itself.</summary>
    public string Text => source.Text;

    /// <summary>The key of the value that begins at an index, if it begins one.</summary>
    public string? KeyAt(int index)
    {
        string line = source.Text[Math.Max(LineStart(index), index - Nearest)..index];
        Match key = KeyBefore.Match(line);
        return key.Success ? key.Groups["key"].Value : null;
    }

    /// <summary>Adds a reference, unless it stands in a comment.</summary>
    /// <param name="found">Where it goes.</param>
    /// <param name="reference">What is named.</param>
    /// <param name="start">Where the name begins.</param>
    /// <param name="length">How long it is.</param>
    /// <param name="value">Where the setting begins that it is of.</param>
    public void Add(Extraction found, SecretReference reference, int start, int length, int value) => Add(found, reference, start, length, value, Provided(value));

    /// <summary>Adds a reference, unless it stands in a comment, and what it is handed on as.</summary>
    public void Add(Extraction found, SecretReference reference, int start, int length, int value, SecretReference? provided)
    {
        ReadOnlySpan<char> before = source.Text.AsSpan(LineStart(value), value - LineStart(value)).TrimStart();
        if (!before.StartsWith("#") && !before.StartsWith("//"))
        {
            found.Add(reference, source.At(start, length), "", provided);
        }
    }

    /// <summary>What the setting is called: its key, or the name beside it where the key only says that it is one.</summary>
    private SecretReference? Provided(int value)
    {
        string? key = KeyAt(value) ?? (string.Compare(source.Text, value, "valueFrom", 0, 9, StringComparison.OrdinalIgnoreCase) == 0 ? "valueFrom" : null);
        bool isApp = string.Equals(key, "keyVaultUrl", StringComparison.OrdinalIgnoreCase) || key == "key_vault_secret_id";
        if (key is null or "uri" or "secretUri" or "id")
        {
            return null;
        }

        string? name = isApp || key.ToLowerInvariant() is "value" or "valuefrom" ? NameBeside(value) : key;
        return name is null ? null : isApp ? ReferenceOf.Secret(StoreTypes.AzureContainerApps, name, key) with { IsOptional = null } : ReferenceOf.SecretVariable(name, "setting");
    }

    /// <summary>The field <c>name</c> of the object or the item that a place is in.</summary>
    public string? NameBeside(int value)
    {
        string text = source.Text, before = text[Math.Max(0, value - Nearest)..value];
        int open = before.LastIndexOf('{'), item = before.LastIndexOf("- ", StringComparison.Ordinal);
        if (NameField.Matches(before[Math.Max(0, Math.Max(open, item))..]).LastOrDefault() is { } last)
        {
            return last.Groups["name"].Value;
        }

        string after = text[value..Math.Min(text.Length, value + Nearest)];
        int close = after.IndexOfAny(['}', '-', '{'], Math.Min(after.Length, Math.Max(0, after.IndexOf('\n', StringComparison.Ordinal))));
        Match next = NameField.Match(close < 0 ? after : after[..close]);
        return next.Success ? next.Groups["name"].Value : null;
    }

    private int LineStart(int index) => index == 0 ? 0 : source.Text.LastIndexOf('\n', index - 1) + 1;
}
