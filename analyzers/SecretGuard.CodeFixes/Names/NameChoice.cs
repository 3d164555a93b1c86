using SecretGuard.CodeFixes.Places;
using SecretGuard.Remedies;

namespace SecretGuard.CodeFixes.Names;

/// <summary>
/// Names for the secrets that are moved together: two different values never get one name, or one of them would be lost. It knows the values only to
/// compare them, and lives no longer than one fix.
/// </summary>
internal sealed class NameChoice
{
    private readonly Dictionary<string, string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The name of the secret at a place.</summary>
    public SecretName For(SecretPlace place)
    {
        SecretName name = new NameReader(place.Model).Read(place);
        if (IsFree(name, place.Written))
        {
            return name;
        }

        IReadOnlyList<string> owner = name.Section.Count == 0 ? NameReader.OwnerOf(place) : [];
        SecretName narrower = owner.Count == 0 ? name : name.Within(owner);
        for (int number = 1; ; number++)
        {
            SecretName candidate = number == 1 ? narrower : narrower.Numbered(number);
            if (IsFree(candidate, place.Written))
            {
                return candidate;
            }
        }
    }

    /// <summary>Notes that a name is in use now.</summary>
    public void Take(SecretName name, string written) => _taken[name.Variable] = written;

    private bool IsFree(SecretName name, string written) => !_taken.TryGetValue(name.Variable, out string? other) || other == written;
}
