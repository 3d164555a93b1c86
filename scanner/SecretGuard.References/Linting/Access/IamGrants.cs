using SecretGuard.Inventories;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Linting.Access;

/// <summary>What statements of IAM grant on secrets.</summary>
internal static class IamGrants
{
    /// <summary>One for each store and resource. What is about all but some resources, or names no action of a store of secrets, grants nothing here.</summary>
    public static IEnumerable<Grant> Of(IamStatement statement)
    {
        foreach (string store in statement.IsOfResource ? [] : IamActions.Stores)
        {
            Capabilities allowed = CapabilitiesOf(statement, store);
            foreach (YamlValue resource in allowed == Capabilities.None ? [] : statement.Resources)
            {
                if (IamResource.Read(resource.Text!) is { } read && (read.Store is null || read.Store == store))
                {
                    yield return new Grant(store, read.Name.Raw, allowed, statement.Policy, resource.Place(0, resource.Text!.Length))
                    {
                        Address = read.Region,
                        Role = string.Join(", ", statement.Actions.Select(action => action.Text)),
                        IsConditional = statement.IsConditional,
                        IsDenied = !statement.IsAllow,
                    };
                }
            }
        }
    }

    /// <summary>Whether it lets anybody read with a key of the customer's; the policy of a key that leaves that to its account does not.</summary>
    public static bool Decrypts(IamStatement statement) =>
        statement.IsAllow && Names(statement, IamActions.Decrypt) && !(statement.IsOfResource && statement.Principals.All(principal => principal.Text!.EndsWith(":root", StringComparison.Ordinal)));

    private static Capabilities CapabilitiesOf(IamStatement statement, string store) =>
        statement.IsAllButActions ? Capabilities.All & ~IamActions.Of(store, statement.Actions.Select(action => action.Text!)) : IamActions.Of(store, statement.Actions.Select(action => action.Text!));

    private static bool Names(IamStatement statement, string action) => statement.Actions.Any(one => IamActions.Is(one.Text!, action)) != statement.IsAllButActions;
}
