using Microsoft.CodeAnalysis;
using SecretGuard.CodeFixes.Edits;
using SecretGuard.CodeFixes.Places;
using SecretGuard.Remedies;

namespace SecretGuard.CodeFixes.Remedies;

/// <summary><c>secrets.GetSecret("db-password").Value.Value</c>, where a client of Key Vault is at hand.</summary>
internal sealed class ReadVault : Remedy
{
    public override string Key => "SecretGuard.ReadVault";

    public override IEnumerable<Attempt> Attempts(SecretPlace place, SecretName name)
    {
        if (place.Readable is not { } expression || place.Model.Compilation.GetTypeByMetadataName("Azure.Security.KeyVault.Secrets.SecretClient") is not { } client)
        {
            yield break;
        }

        foreach (string known in ReachableValues.Find(place.Model, expression, client).Take(3))
        {
            var types = new TypeNames(place.Model, expression.SpanStart);
            var reading = new Reading(known + ".GetSecret(" + Reading.Quote(name.VaultName) + ").Value.Value", IsPrimary: true);
            yield return new Attempt(
                "Read \"" + name.VaultName + "\" from Key Vault",
                [.. ConstantDeclaration.Loosen(place), .. Replacement.Of(place, reading, types), .. types.Usings(place.Root, place.Layout)],
                ConstantDeclaration.Contract(place));
        }
    }
}
