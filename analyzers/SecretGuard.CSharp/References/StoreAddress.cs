using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecretGuard.CSharp.Constants;

namespace SecretGuard.CSharp.References;

/// <summary>Where the store of a client stands, if the place that makes the client says so.</summary>
internal static class StoreAddress
{
    private const int Deepest = 4;

    /// <summary>The address, or null.</summary>
    public static string? Of(IOperation? client, ConstantReader constants, int depth = Deepest) => depth == 0 ? null : SectionPath.Unwrap(client) switch
    {
        ILocalReferenceOperation local => Of(constants.OnlyValue(local.Local), constants, depth - 1),
        IFieldReferenceOperation { Field: { IsReadOnly: true } field } => Of(constants.InitialValue(field), constants, depth - 1),
        IObjectCreationOperation { Arguments.Length: > 0 } creation => OfUri(creation.Arguments[0].Value, constants),
        _ => null,
    };

    /// <summary>The text of <c>new Uri("…")</c>, or null.</summary>
    public static string? OfUri(IOperation? operation, ConstantReader constants) => SectionPath.Unwrap(operation) switch
    {
        IObjectCreationOperation { Type.Name: "Uri", Arguments.Length: > 0 } uri => NamePattern.Of(uri.Arguments[0].Value, constants),
        ILocalReferenceOperation local => constants.OnlyValue(local.Local) is IObjectCreationOperation made ? OfUri(made, constants) : null,
        _ => null,
    };
}
