using System.Globalization;
using SecretGuard.Inventories;

namespace SecretGuard.Cli.Verifying.Changes;

/// <summary>All that a declaration says of a secret, but for its place: the same text means that nobody changed it.</summary>
internal static class DeclarationText
{
    public static string Of(DeclaredSecret secret) => string.Join('\n',
    [
        secret.Id, secret.Store ?? "", secret.Name, secret.Owner ?? "", secret.Category ?? "",
        secret.IsRequired.ToString(), secret.Origin.ToString(), Text(secret.ExpiresWithin), Text(secret.Rotation),
        List(secret.Names.OrderBy(name => name.Key, StringComparer.Ordinal).Select(name => $"{name.Key}={name.Value}")),
        List(new[] { secret.Value }.OfType<DeclaredField>().Concat(secret.Fields).Select(field => string.Create(CultureInfo.InvariantCulture, $"{field.Name} {field.IsRequired} {field.Type} {field.MinLength} {field.MinEntropy}"))),
        List(secret.Environments), List(secret.Consumers), List(secret.Mirrors), List(secret.AnyOf), secret.Kind, List(secret.Evidence.Select(path => path.Path)),
    ]);

    private static string List(IEnumerable<string> texts) => string.Join('\t', texts);

    private static string Text(TimeSpan? span) => span?.ToString("c", CultureInfo.InvariantCulture) ?? "";

    private static string Text(RotationRule? rule) => rule is null ? "" : $"{Text(rule.Every)} {Text(rule.Grace)} {rule.Method} {rule.Automation} {rule.Runbook?.Path} {Text(rule.MaxAge)} {rule.Reason}";
}
