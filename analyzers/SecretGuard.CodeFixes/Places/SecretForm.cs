using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SecretGuard.CodeFixes.Places;

/// <summary>The form in which code holds a secret, which what is read in its place must have too.</summary>
internal enum SecretForm
{
    /// <summary>A string.</summary>
    Text,

    /// <summary>A string of UTF-8 bytes: <c>"…"u8</c>.</summary>
    Utf8,

    /// <summary>A list of bytes.</summary>
    Bytes,

    /// <summary>A list of characters.</summary>
    Characters,
}

/// <summary>The expression that holds a secret.</summary>
/// <param name="Expression">What is to be replaced.</param>
/// <param name="Form">What it makes.</param>
/// <param name="Part">Where only a part of a text is secret, that part; the rest stays.</param>
internal sealed record SecretValue(ExpressionSyntax Expression, SecretForm Form, TextSpan? Part = null);
