using SecretGuard.Detection.NamedValues;
using SecretGuard.Detection.Names;
using SecretGuard.Findings;
using SecretGuard.Rules;
using SecretGuard.Text;
using SecretGuard.Triage;
using YamlDotNet.RepresentationModel;

namespace SecretGuard.Configuration;

/// <summary>Reads <c>secretguard.yml</c>. What it takes is described by Schemas/secretguard.schema.json; a test keeps the two in step.</summary>
public static class SettingsReader
{
    /// <summary>The file's name at a repository's root.</summary>
    public const string FileName = "secretguard.yml";

    /// <summary>Names of confidences.</summary>
    internal static readonly (string, Confidence?)[] Confidences = [("low", Confidence.Low), ("medium", Confidence.Medium), ("high", Confidence.High), ("very-high", Confidence.VeryHigh)];

    /// <summary>Names of severities.</summary>
    internal static readonly (string, Severity?)[] Severities = [("info", Severity.Info), ("low", Severity.Low), ("medium", Severity.Medium), ("high", Severity.High), ("critical", Severity.Critical)];

    /// <summary>The JSON Schema of the file, for editors.</summary>
    public static string Schema()
    {
        using Stream stream = typeof(SettingsReader).Assembly.GetManifestResourceStream("secretguard.schema.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Reads the text of a file. <paramref name="path"/> is what errors call it.</summary>
    public static SettingsResult Read(string text, string path)
    {
        var errors = new List<ConfigurationError>();
        YamlNode? root = YamlDocumentReader.Read(text, path, errors);
        Settings settings = root is null ? new Settings() : ReadRoot(new YamlSection(root, path, errors), path);
        return new SettingsResult(settings, errors);
    }

    private static Settings ReadRoot(YamlSection root, string path)
    {
        root.Choice("version", ("1", 1));
        YamlSection? rules = root.Section("rules");
        var settings = new Settings
        {
            Salt = ReadSalt(root),
            CompatPragmas = root.Flag("compatPragmas"),
            Archives = root.Flag("archives"),
            RequireReason = root.Flag("requireReason"),
            MinConfidence = root.Choice("minConfidence", Confidences),
            FailOn = root.Choice("failOn", Severities),
            MaxFileSize = ReadSize(root),
            Exclude = ReadGlobs(root, "exclude"),
            CustomRules = rules?.Section("custom") is { } custom ? CustomRuleReader.Read(custom) : [],
            Allow = [.. root.Sections("allow").Select(entry => ReadAllow(entry, path)).ToList()],
            Sinks = root.Section("sinks") is { } sinks ? [.. ReadSinks(sinks)] : [],
        };

        settings = settings with { DisabledRules = rules is null ? [] : [.. ReadDisabled(rules, settings.CustomRules)] };

        settings = settings with { Declaration = DeclarationReader.Read(root, path) };
        rules?.RejectUnknown();
        root.RejectUnknown();
        return settings;
    }

    /// <summary>A list of path patterns.</summary>
    internal static GlobList ReadGlobs(YamlSection section, string key)
    {
        var globs = new List<Glob>();
        foreach ((string text, YamlNode node) in section.Texts(key))
        {
            try
            {
                globs.Add(Glob.ParseChecked(text));
            }
            catch (FormatException error)
            {
                section.Fail(node, error.Message);
            }
        }

        return globs.Count == 0 ? GlobList.Empty : new GlobList(globs);
    }

    /// <summary>Slugs and patterns of slugs. What names no rule would leave on what was to be off.</summary>
    private static IEnumerable<string> ReadDisabled(YamlSection rules, IReadOnlyList<CustomRule> custom)
    {
        foreach ((string text, YamlNode node) in rules.Texts("disable"))
        {
            string[] slugs = [.. Catalogue.Default.Rules.Select(rule => rule.Slug), .. custom.Select(rule => rule.Rule.Slug), .. ReferenceRules.All.Concat(LintRules.All).Select(rule => rule.Slug)];
            if (!Array.Exists(slugs, slug => SlugPattern.Matches(text, slug)))
            {
                rules.Fail(node, $"no rule is called '{text}'{NearestName.Hint(text, slugs)} ('secretguard rules list' shows them)");
            }

            yield return text;
        }
    }

    /// <summary>Entries by what they take. One that is misread would look at nothing.</summary>
    private static IEnumerable<TypedSink> ReadSinks(YamlSection sinks)
    {
        foreach ((string name, NameKind kind) in TypedSink.Kinds)
        {
            foreach ((string text, YamlNode node) in sinks.Texts(name))
            {
                if (TypedSink.Parse(kind, text) is { } sink)
                {
                    yield return sink;
                }
                else
                {
                    sinks.Fail(node, $"'{text}' is no place that takes a secret; write {TypedSink.Forms}, with its namespace if you like");
                }
            }
        }

        sinks.RejectUnknown();
    }

    private static Salt? ReadSalt(YamlSection root)
    {
        if (root.Text("salt") is not { } text)
        {
            return null;
        }

        if (Salt.TryParse(text, out Salt salt))
        {
            return salt;
        }

        root.Fail(root.Take("salt")!, "the salt must be 32 hex digits, in quotes; 'secretguard init' makes one");
        return null;
    }

    private static long? ReadSize(YamlSection root)
    {
        if (root.Text("maxFileSize") is not { } text)
        {
            return null;
        }

        if (ByteSize.TryParse(text, out long size))
        {
            return size;
        }

        root.Fail(root.Take("maxFileSize")!, $"'{text}' is no size; write it as 500KB, 64MB or 1GB");
        return null;
    }

    private static AllowEntry ReadAllow(YamlSection entry, string path)
    {
        var read = new AllowEntry
        {
            Paths = ReadGlobs(entry, "paths"),
            Rules = [.. entry.Texts("rules").Select(rule => rule.Text)],
            Digests = ReadDigests(entry),
            Reason = entry.Text("reason"),
            Expires = entry.Date("expires"),
            Location = new Location(path, (int)entry.Node.Start.Line, (int)entry.Node.Start.Column, (int)entry.Node.Start.Line, (int)entry.Node.Start.Column),
        };
        if (string.IsNullOrWhiteSpace(read.Reason))
        {
            entry.Fail(entry.Node, "this entry needs a 'reason'");
        }

        if (read.Paths.Globs.Count == 0 && read.Rules.Count == 0 && read.Digests.Count == 0)
        {
            entry.Fail(entry.Node, "this entry would accept everything; name paths, rules or digests");
        }

        entry.RejectUnknown();
        return read;
    }

    private static List<string> ReadDigests(YamlSection entry)
    {
        var digests = new List<string>();
        foreach ((string text, YamlNode node) in entry.Texts("digests"))
        {
            // A whole fingerprint is what people have at hand: its last part is the digest.
            string digest = Fingerprint.TryParse(text)?.Digest ?? text;
            if (Fingerprint.IsDigest(digest))
            {
                digests.Add(digest);
            }
            else
            {
                entry.Fail(node, "this must be a digest of 32 hex digits: the last part of the value's fingerprint");
            }
        }

        return digests;
    }
}
