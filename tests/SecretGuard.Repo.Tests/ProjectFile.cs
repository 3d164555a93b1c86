using System.Xml.Linq;

namespace SecretGuard.Repo.Tests;

/// <summary>What a project file says about the house.</summary>
/// <param name="Path">From the root, with forward slashes.</param>
/// <param name="References">Names of the projects that it references.</param>
/// <param name="Packages">Ids of the packages that it references.</param>
internal sealed record ProjectFile(string Path, IReadOnlyList<string> References, IReadOnlyList<string> Packages)
{
    /// <summary>The file's name without its extension, which is the assembly's name.</summary>
    public string Name { get; } = System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The folder, from the root.</summary>
    public string Folder { get; } = Path[..Path.LastIndexOf('/')];

    public static ProjectFile Read(string path)
    {
        var document = XDocument.Load(Repository.Full(path));
        return new ProjectFile(path, [.. Items("ProjectReference").Select(System.IO.Path.GetFileNameWithoutExtension).OfType<string>()], [.. Items("PackageReference")]);

        IEnumerable<string> Items(string kind) =>
            document.Descendants(kind).Select(item => item.Attribute("Include")?.Value.Replace('\\', '/')).OfType<string>();
    }

    public override string ToString() => Name;
}
