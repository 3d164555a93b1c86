using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecretGuard.CSharp.Constants;
using SecretGuard.CSharp.Places;

namespace SecretGuard.CSharp.Facts;

/// <summary>Cookies that code makes: <c>Cookies.Append("session", "…")</c>, <c>new Cookie("auth", "…")</c>, <c>jar.SetCookies(uri, "sid=…")</c>.</summary>
internal static class Cookies
{
    private const string Word = "Cookie";

    /// <summary>Whether the text may be cookies as a header has them.</summary>
    public static bool MayBeHeader(string text) => text.Length < 1000 && text.IndexOf('=') > 0 && text.IndexOf("; ", StringComparison.Ordinal) > 0;

    /// <summary>The header that hands the cookie over, or null where the call makes none.</summary>
    public static string? HeaderOf(IOperation? call, IOperation value, string text, ConstantReader constants)
    {
        bool makes = call switch
        {
            IObjectCreationOperation { Type.Name: { } type } => type.EndsWith(Word, StringComparison.Ordinal),
            IInvocationOperation invocation => Says(invocation.TargetMethod.Name) || Says(invocation.Instance?.Type?.Name) || Says(OperandName.OfReference(invocation.Instance)),
            _ => false,
        };
        if (!makes)
        {
            return null;
        }

        IReadOnlyList<IArgumentOperation> arguments = PlaceReader.ArgumentsOf(call);
        int at = arguments.ToList().FindIndex(argument => argument.Syntax.Span.Contains(value.Syntax.Span));
        return at > 0 && constants.Read(arguments[at - 1].Value) is { Length: > 0 } name ? $"Cookie: {name}={text}" : text.IndexOf('=') > 0 ? "Cookie: " + text : null;
    }

    private static bool Says(string? name) => name?.IndexOf(Word, StringComparison.Ordinal) >= 0;
}
