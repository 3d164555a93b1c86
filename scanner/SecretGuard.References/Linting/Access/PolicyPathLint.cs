using SecretGuard.Inventories;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Access;

/// <summary>Paths of policies that the second version of Vault's engine does not have: without the word behind the mount, or with one that lists nothing.</summary>
internal sealed class PolicyPathLint : IRepositoryLint
{
    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [AccessRules.VaultPath];

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        var engines = new VaultEngines(repository);
        HashSet<string> granted = [.. repository.Access.Grants.Where(grant => grant.Store == StoreTypes.Vault).Select(grant => grant.Pattern.Trim('/'))];
        foreach (Grant grant in repository.Access.Grants.Where(grant => grant.Store == StoreTypes.Vault && !grant.IsDenied && grant.Role.Length > 0).DistinctBy(grant => grant.Location))
        {
            string[] segments = grant.Pattern.Trim('/').Split('/');
            string mount = segments[0];
            if (segments.Length < 2 || !engines.IsSecond(mount) || segments[1].StartsWith("${", StringComparison.Ordinal))
            {
                continue;
            }

            string rest = string.Join('/', segments.Skip(1));
            if (VaultPaths.WordIn(grant.Pattern) is null && !(segments[1].Length > 0 && "data".StartsWith(segments[1].TrimEnd('*'), StringComparison.Ordinal)) && segments[1] is not ("+" or "metadata" or "config" or "" or "subkeys" or "delete" or "undelete" or "destroy"))
            {
                string word = grant.Capabilities == Capabilities.List ? "metadata" : "data";
                Tell(grant, $"{mount}/{word}/{rest}", $"'{mount}' has version 2 of the engine: {(word == "data" ? "values are" : "names are listed")} at '{mount}/{word}/{rest}'");
            }
            else if (segments[1] == "data" && grant.Capabilities == Capabilities.List)
            {
                string right = $"{mount}/metadata/{string.Join('/', segments.Skip(2))}";
                Tell(grant, right, $"nothing is listed below 'data/': names are at '{right}'");
            }
        }

        void Tell(Grant grant, string right, string reason)
        {
            // Who grants both is prepared for either version.
            if (!granted.Contains(right))
            {
                found.Add(AccessRules.VaultPath, grant.Location, $"{grant.Policy} {grant.Pattern}", reason, Replacement(grant, right));
            }
        }
    }

    /// <summary>The head of the rule with the right path, where it is written as usual.</summary>
    private static string? Replacement(Grant grant, string right)
    {
        int length = grant.Location.StartLine == grant.Location.EndLine ? grant.Location.EndColumn - grant.Location.StartColumn : 0;
        return grant.Pattern.Contains("${", StringComparison.Ordinal) ? null : length == grant.Pattern.Length ? right : length == $"path \"{grant.Pattern}\"".Length ? $"path \"{right}\"" : null;
    }
}
