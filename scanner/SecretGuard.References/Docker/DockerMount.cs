using System.Text.RegularExpressions;
using SecretGuard.References.Sources;

namespace SecretGuard.References.Docker;

/// <summary>What a step of a build mounts: <c>--mount=type=secret,id=npm,target=/app/.npmrc</c>.</summary>
/// <param name="Type">What it is; <c>bind</c> where nothing is said.</param>
/// <param name="Fields">What is said of it, each with where that stands in the instruction.</param>
internal sealed record DockerMount(string Type, IReadOnlyDictionary<string, (string Value, int Start)> Fields)
{
    private static readonly Regex Mount = new("""--mount=(?<what>[^\s"']*)""", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase);

    /// <summary>The mounts of an instruction.</summary>
    public static IEnumerable<DockerMount> In(string instruction)
    {
        foreach (Group what in Mount.Matches(instruction).Select(match => match.Groups["what"]))
        {
            var fields = new Dictionary<string, (string Value, int Start)>(StringComparer.OrdinalIgnoreCase);
            foreach ((string part, int start) in TextParts.Split(what.Value, ","))
            {
                int equals = part.IndexOf('=', StringComparison.Ordinal);
                fields.TryAdd(equals < 0 ? part : part[..equals], (equals < 0 ? "true" : part[(equals + 1)..], what.Index + start + equals + 1));
            }

            yield return new DockerMount(fields.TryGetValue("type", out (string Value, int Start) type) ? type.Value : "bind", fields);
        }
    }

    /// <summary>The name of the secret or the cache.</summary>
    public (string Value, int Start)? Id => Fields.TryGetValue("id", out (string Value, int Start) id) && id.Value.Length > 0 ? id : null;

    /// <summary>The variable that takes the secret, or null.</summary>
    public string? Variable => Fields.TryGetValue("env", out (string Value, int Start) variable) ? variable.Value : null;

    /// <summary>Where it is mounted, as far as that is said.</summary>
    public string? Target => Fields.TryGetValue("target", out (string Value, int Start) target) || Fields.TryGetValue("dst", out target) || Fields.TryGetValue("destination", out target) ? target.Value : null;

    /// <summary>The file in which a secret stands; null where a variable alone takes it.</summary>
    public string? SecretFile => Type != "secret" || (Variable is not null && Target is null) ? null : Target ?? (Id is { } id ? $"/run/secrets/{id.Value}" : null);
}
