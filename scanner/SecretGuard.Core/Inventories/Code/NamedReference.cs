using System.Text;
using SecretGuard.Detection.Names;

namespace SecretGuard.Inventories.Code;

/// <summary>References in code, made in one way whoever reads it.</summary>
public static class NamedReference
{
    private const string ConnectionStrings = "ConnectionStrings:";

    /// <summary>What is named; a key of the configuration or a variable is secret if its name says so.</summary>
    /// <param name="store">One of <see cref="StoreTypes"/>.</param>
    /// <param name="kind">One of <see cref="ReferenceKinds"/>.</param>
    /// <param name="name">Its name there.</param>
    /// <param name="via">The call, request or attribute that names it.</param>
    public static SecretReference Of(string store, string kind, string name, string via) =>
        new(store, kind, name) { Via = via, IsSecret = kind is ReferenceKinds.Secret or ReferenceKinds.Key or ReferenceKinds.Certificate || (kind != ReferenceKinds.Source && SaysSecret(name)) };

    /// <summary>By its last part or by all of them: <c>Next:Password</c>, <c>Jwt:Key</c>.</summary>
    private static bool SaysSecret(string name) =>
        name.StartsWith(ConnectionStrings, StringComparison.OrdinalIgnoreCase)
        || NameJudge.SaysSecret(Encoding.UTF8.GetBytes(name.Substring(name.LastIndexOf(':') + 1))) || NameJudge.SaysSecret(Encoding.UTF8.GetBytes(name.Replace(':', '.')));
}
