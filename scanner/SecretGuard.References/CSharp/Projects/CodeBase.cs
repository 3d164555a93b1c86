using SecretGuard.Detection;
using SecretGuard.Inventories;
using SecretGuard.Inventories.Code;
using SecretGuard.References.CSharp.Names;
using SecretGuard.References.CSharp.Reading;
using SecretGuard.Rules;

namespace SecretGuard.References.CSharp.Projects;

/// <summary>All files of C# together: what they name, with the constants and the classes of each other.</summary>
internal sealed class CodeBase(IReadOnlyList<CSharpDraft> files, ProjectMap projects)
{
    private const string Any = "*";
    private const int LongestName = 512;

    private static readonly Lazy<Detector> Secrets = new(() => new Detector(Catalogue.Default));

    private readonly NameScope _names = new(files, projects);
    private readonly Dictionary<string, bool> _judged = new(StringComparer.Ordinal); // names, by whether they hold a secret

    /// <summary>The references of all files.</summary>
    public IEnumerable<InventoryRecord> Records()
    {
        var bound = new BoundKeys(_names);
        foreach (CSharpDraft file in files)
        {
            string consumer = projects.NameOf(file.Path);
            foreach (CodeMention mention in file.Contents.Mentions.Where(mention => !IsOfTheProject(mention, new Place(file, mention.Container))))
            {
                IEnumerable<SecretReference> references = mention.Options is { } options
                    ? bound.Read(options, SectionOf(file, mention, mention.Path), new Place(file, mention.Container)).Select(key => NamedReference.Of(mention.Store, mention.Kind, key.Name, mention.Via) with { IsOptional = key.IsRequired ? false : null })
                    : Named(file, mention) is { } named ? [named] : [];

                // Who wrote the value where its name belongs must not find it in a report too.
                foreach (SecretReference reference in references.Where(reference => !HoldsSecret(reference.Name, file.Path)))
                {
                    yield return new InventoryRecord(reference, mention.Location, consumer);
                }
            }
        }
    }

    /// <summary>Whether what was taken for a configuration by its name is something of the project's own.</summary>
    private bool IsOfTheProject(CodeMention mention, Place place) =>
        (mention.Asked is { } asked && _names.TypeNamed(asked, place).Count > 0)
        || (mention.Owner is { } owner && _names.TypeNamed(owner.Name, place).SelectMany(type => type.Properties).Any(property => property.Name == Receivers.Configuration && !Receivers.IsConfiguration(property.Type)));

    private SecretReference? Named(CSharpDraft file, CodeMention mention)
    {
        string? last = mention.IsSection ? "" : NameOf(file, mention, mention.Path[^1]);
        string section = SectionOf(file, mention, mention.IsSection ? mention.Path : [.. mention.Path.SkipLast(1)]);
        string? name = last is null ? null : mention.IsSection ? section : section.Length == 0 ? last : $"{section}:{last}";
        name = string.IsNullOrEmpty(name) && mention.IsRemote ? Any : name;
        if (name is null or "" || (name == Any && !mention.IsRemote))
        {
            return null;
        }

        SecretReference reference = NamedReference.Of(mention.Store, mention.Kind, name, mention.Via);
        return reference with
        {
            Version = mention.Version is null ? null : NameOf(file, mention, mention.Version),
            Address = mention.Address is null ? null : NameOf(file, mention, mention.Address),
            IsOptional = mention.IsOptional,
            IsSecret = reference.IsSecret || mention.IsSecret,
        };
    }

    private string SectionOf(CSharpDraft file, CodeMention mention, IReadOnlyList<NameText> path) => string.Join(':', path.Select(part => NameOf(file, mention, part) ?? Any));

    /// <summary>A name as far as it is known; null where nothing of it is.</summary>
    private string? NameOf(CSharpDraft file, CodeMention mention, NameText text)
    {
        string name = _names.Fill(text, new Place(file, mention.Container));
        return name.Length is > 0 and <= LongestName && name.Any(sign => sign != '*' && !char.IsPunctuation(sign)) ? name : null;
    }

    private bool HoldsSecret(string name, string path) => _judged.TryGetValue(name, out bool known) ? known : _judged[name] = Secrets.Value.Detect(Content.FromText(name, path)).Count > 0;
}

/// <summary>Where a name is used.</summary>
/// <param name="File">The file.</param>
/// <param name="Container">The namespace and the types around it.</param>
internal readonly record struct Place(CSharpDraft File, string Container);
