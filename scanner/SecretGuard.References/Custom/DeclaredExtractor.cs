using System.Text.RegularExpressions;
using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.References.AzureSettings;
using SecretGuard.References.Json;
using SecretGuard.References.Sources;
using SecretGuard.References.Yaml;
using SecretGuard.Triage;

namespace SecretGuard.References.Custom;

/// <summary>Reads a syntax that a user declared.</summary>
public sealed class DeclaredExtractor : IExtractor
{
    private const string NameGroup = "name";

    private readonly CustomExtractor _declaration;
    private readonly Glob[] _files;
    private readonly PathReader? _paths;
    private readonly Regex? _pattern;

    /// <summary>Takes a declaration. Throws <see cref="CustomExtractorException"/> where it cannot be used: it says which part, and why.</summary>
    public DeclaredExtractor(CustomExtractor declaration)
    {
        _declaration = declaration;
        if (declaration.Files.Count == 0)
        {
            throw new CustomExtractorException("files", $"the extractor '{declaration.Name}' names no files");
        }

        _files = [.. declaration.Files.Select(file => Parsed("files", file, Glob.ParseChecked))];
        switch (declaration.Selection)
        {
            case PathSelection paths:
                _paths = new PathReader(paths);
                break;
            case PatternSelection pattern:
                _pattern = Parsed("pattern", pattern.Pattern, UserPattern.Parse);
                if (!_pattern.GetGroupNames().Contains(NameGroup, StringComparer.Ordinal))
                {
                    throw new CustomExtractorException("pattern", $"'{pattern.Pattern}' has no group (?<{NameGroup}>…), which says what the secret is called");
                }

                break;
            default:
                throw new CustomExtractorException("items", $"the extractor '{declaration.Name}' has neither paths nor a pattern");
        }
    }

    /// <inheritdoc/>
    public string Name => _declaration.Name;

    /// <inheritdoc/>
    public bool MayRead(SourceText source)
    {
        bool matches = false;
        foreach (Glob file in source.SyntaxPath.Length == 0 ? [] : _files)
        {
            matches = file.IsMatch(source.SyntaxPath) ? !file.IsNegated : matches;
        }

        return matches;
    }

    /// <inheritdoc/>
    public void Read(SourceText source, Extraction found)
    {
        if (_pattern is not null)
        {
            ReadMatches(source, found, _pattern);
            return;
        }

        bool isJson = source.HasEnd(".json", ".jsonc") || source.Language is "json" or "jsonc";
        foreach (YamlValue root in isJson ? [JsonDocuments.Read(source, found)] : YamlDocuments.Read(source, found))
        {
            foreach (PathReader.Found item in _paths!.In(root))
            {
                Add(found, item.Name, item.Property, item.Version, item.Address, item.Location, source);
            }
        }
    }

    internal static T Parsed<T>(string member, string text, Func<string, T> parse)
    {
        try
        {
            return parse(text);
        }
        catch (FormatException error)
        {
            throw new CustomExtractorException(member, error.Message);
        }
    }

    private void ReadMatches(SourceText source, Extraction found, Regex pattern)
    {
        foreach (Match match in pattern.Matches(source.Text))
        {
            Group name = match.Groups[NameGroup];
            if (name.Success)
            {
                Add(found, name.Value, Value("property"), Value("version"), Value("address"), source.At(name.Index, name.Length), source);
            }

            string? Value(string group) => match.Groups[group] is { Success: true, Length: > 0 } value ? value.Value : null;
        }
    }

    private void Add(Extraction found, string name, string? property, string? version, string? address, Location place, SourceText source)
    {
        if (_declaration.Transform.Apply(Known(name)) is not { } made)
        {
            return;
        }

        SecretReference reference = new(_declaration.Store, _declaration.Kind, made)
        {
            Property = property is null ? null : Known(property),
            Version = version is null ? null : Known(version),
            Address = address is null || Known(address) is "*" ? _declaration.Address : Known(address),
            IsSecret = true,
            IsOptional = _declaration.IsOptional,
            Via = Name,
        };
        found.Add(reference, place, source.Path);
    }

    /// <summary>A text with <c>*</c> for each part that is filled in later.</summary>
    private static string Known(string text) => VaultSetting.Known(text);
}
