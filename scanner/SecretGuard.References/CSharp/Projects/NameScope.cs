using SecretGuard.References.CSharp.Names;
using SecretGuard.References.CSharp.Reading;
using SecretGuard.References.CSharp.Syntax;

namespace SecretGuard.References.CSharp.Projects;

/// <summary>
/// Which constant or type of all files a name means at a place: rather one of the own project than of another, and rather one in a namespace that can be seen there. Of
/// several that are equally near none is meant, unless all are the same.
/// </summary>
internal sealed class NameScope
{
    private const string Any = "*";
    private const int Deepest = 16;
    private const int MostInherited = 4;
    private const int LongestText = 1_000;
    private const int MostCandidates = 64; // a name that stands everywhere says nothing

    private readonly ProjectMap _projects;
    private readonly Dictionary<string, List<Candidate<CodeConstant>>> _constants = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Candidate<CodeType>>> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _usedEverywhere = new(StringComparer.Ordinal); // global usings, by project
    private readonly Dictionary<CodeConstant, string> _known = new(ReferenceEqualityComparer.Instance);

    /// <summary>Takes in what files declare.</summary>
    public NameScope(IReadOnlyList<CSharpDraft> files, ProjectMap projects)
    {
        _projects = projects;
        foreach (CSharpDraft file in files)
        {
            string project = projects.NameOf(file.Path);
            foreach (CodeConstant constant in file.Contents.Constants)
            {
                ListOf(_constants, constant.Name).Add(new Candidate<CodeConstant>(constant, file, project, constant.Container));
            }

            foreach (CodeType type in file.Types)
            {
                ListOf(_types, type.Name).Add(new Candidate<CodeType>(type, file, project, ParentOf(type.FullName)));
            }

            foreach (UsingDirective used in file.Usings.Where(used => used.IsGlobal))
            {
                (_usedEverywhere.TryGetValue(project, out HashSet<string>? names) ? names : _usedEverywhere[project] = new(StringComparer.Ordinal)).Add(used.Name);
            }
        }
    }

    /// <summary>A text, with <c>*</c> for each part that is not known.</summary>
    public string Fill(NameText text, Place place, int depth = Deepest)
    {
        string filled = depth == 0 ? Any : text switch
        {
            KnownText known => known.Text,
            JoinedText joined => string.Concat(joined.Parts.Select(part => Fill(part, place, depth - 1))),
            HeldText held => Whole(held.Value, place, depth - 1),
            CasedText cased => Whole(cased.Value, place, depth - 1) is var whole && cased.IsUpper ? whole.ToUpperInvariant() : whole.ToLowerInvariant(),
            ConstantName name => ValueOf(name, place, depth),
            _ => Any,
        };
        return filled.Length > LongestText ? Any : filled;
    }

    /// <summary>The parts of the type that a name means; empty where it means none of these files.</summary>
    public IReadOnlyList<CodeType> TypeNamed(string name, Place place)
    {
        Candidate<CodeType>[] nearest = Nearest(_types.GetValueOrDefault(name) ?? [], place);
        return [.. nearest.Where(candidate => candidate.Value.FullName == nearest[0].Value.FullName && candidate.Project == nearest[0].Project).Select(candidate => candidate.Value)];
    }

    private string ValueOf(ConstantName name, Place place, int depth)
    {
        int point = name.Name.LastIndexOf('.');
        List<Candidate<CodeConstant>> all = _constants.GetValueOrDefault(name.Name[(point + 1)..]) ?? [];
        Candidate<CodeConstant>[] meant = point > 0
            ? Nearest([.. all.Where(candidate => EndsIn(candidate.Container, name.Name[..point]))], place)
            : all.Count > MostCandidates ? [] : [.. all.Where(candidate => IsReached(candidate, place))];
        string[] values = [.. meant.Select(candidate => Known(candidate, depth)).Distinct(StringComparer.Ordinal).Take(2)];
        return values is [var only] ? only : Any;
    }

    private string Known(Candidate<CodeConstant> candidate, int depth)
    {
        if (!_known.TryGetValue(candidate.Value, out string? known))
        {
            _known[candidate.Value] = Any; // what leads back to itself is not known
            _known[candidate.Value] = known = Whole(candidate.Value.Value, new Place(candidate.File, candidate.Container), depth - 1);
        }

        return known;
    }

    private string Whole(NameText text, Place place, int depth) => IsWhole(text) && Fill(text, place, Math.Max(0, depth)) is var filled && !filled.Contains('*', StringComparison.Ordinal) ? filled : Any;

    private static bool IsWhole(NameText text) => text is not AnyText && (text is not JoinedText joined || joined.Parts.All(IsWhole));

    /// <summary>Whether a constant can be named alone: in its own type or one within, in one that inherits from it, or where <c>using static</c> says so.</summary>
    private bool IsReached(Candidate<CodeConstant> candidate, Place place) =>
        (IsWithin(place.Container, candidate.Container) && candidate.Project == _projects.NameOf(place.File.Path))
        || place.File.Usings.Any(used => used.IsStatic && EndsIn(candidate.Container, used.Name)) || IsUsedEverywhere(candidate.Container, place)
        || Inherits(place, candidate.Container, MostInherited);

    private bool Inherits(Place place, string container, int depth) =>
        depth > 0 && place.Container.Length > 0 && TypeNamed(LastOf(place.Container), place).SelectMany(type => type.Bases).Any(inherited => inherited.Name == LastOf(container)
            || TypeNamed(inherited.Name, place).Any(type => Inherits(place with { Container = type.FullName }, container, depth - 1)));

    private Candidate<T>[] Nearest<T>(List<Candidate<T>> all, Place place)
    {
        if (all.Count is 0 or > MostCandidates)
        {
            return [];
        }

        string project = _projects.NameOf(place.File.Path);
        int RankOf(Candidate<T> candidate) => (candidate.Project == project ? 0 : 2) + (IsVisible(candidate.Container, place) ? 0 : 1);
        int nearest = all.Min(RankOf);
        return [.. all.Where(candidate => RankOf(candidate) == nearest)];
    }

    /// <summary>Whether the namespace of something, or a type around it, is that of a place or around it, or is used there.</summary>
    private bool IsVisible(string container, Place place)
    {
        string around = container;
        while (around.Length > 0 && !IsWithin(place.Container, around) && !place.File.Usings.Any(used => used.Name == around) && !IsUsedEverywhere(around, place))
        {
            around = ParentOf(around);
        }

        return around.Length > 0 || container.Length == 0;
    }

    private bool IsUsedEverywhere(string name, Place place) => _usedEverywhere.TryGetValue(_projects.NameOf(place.File.Path), out HashSet<string>? used) && used.Contains(name);

    private static List<Candidate<T>> ListOf<T>(Dictionary<string, List<Candidate<T>>> lists, string name) => lists.TryGetValue(name, out List<Candidate<T>>? list) ? list : lists[name] = [];

    private static bool IsWithin(string container, string outer) => container == outer || container.StartsWith(outer + ".", StringComparison.Ordinal);

    private static bool EndsIn(string container, string name) => container == name || container.EndsWith("." + name, StringComparison.Ordinal);

    private static string ParentOf(string name) => name.LastIndexOf('.') is var point and > 0 ? name[..point] : "";

    private static string LastOf(string name) => name[(name.LastIndexOf('.') + 1)..];

    /// <summary>What a name may mean.</summary>
    private sealed record Candidate<T>(T Value, CSharpDraft File, string Project, string Container);
}
