using SecretGuard.References.Shell;

namespace SecretGuard.References.Linting.Runbooks;

/// <summary>A secret among the arguments of a command.</summary>
/// <param name="At">The value.</param>
/// <param name="Subject">What takes it, for people: never the value.</param>
/// <param name="Instead">How it is to be handed over, for people.</param>
internal sealed record GivenSecret(ShellPiece At, string Subject, string Instead)
{
    private static readonly string[] Files = ["@", "file://", "fileb://", "file:", "env:", "fd:", "stdin"];

    /// <summary>The secret that a program is given; null where there is none.</summary>
    public static GivenSecret? Of(CalledProgram program, ScriptSecrets secrets) =>
        SecretOptions.Of(program) ?? GivenFields.Of(program, secrets) ?? GivenAddress.Of(program, secrets);

    /// <summary>Whether a value is the value itself: not the name of a file, not a switch, and not a sign that it is to be read elsewhere. An expression of a pipeline is told as such.</summary>
    public static bool IsValue(ShellPiece value) => value.Text.Length > 0 && value.Text is not "-" && !LiteralValue.IsSwitch(value.Text) && !Array.Exists(Files, sign => value.Text.StartsWith(sign, StringComparison.Ordinal)) && !value.Word.Raw.Contains("${{", StringComparison.Ordinal);
}
