using System.Buffers;
using SecretGuard.Cli.Hooks.Setup;
using SecretGuard.Migration;

namespace SecretGuard.Cli.Migrating;

/// <summary>Finds calls of other tools in lines of scripts and configurations.</summary>
internal static class ToolCalls
{
    /// <summary>What only a shell understands: a line with one of these does more than call a tool.</summary>
    private static readonly SearchValues<char> ShellSigns = SearchValues.Create("|&;<>$`()");

    /// <summary>The tool that a text names as a word of its own or as the beginning of one, such as <c>gitleaks-action</c>; null where it names none.</summary>
    public static string? In(string text) =>
        ForeignFormats.Tools.FirstOrDefault(tool => text.IndexOf(tool, StringComparison.OrdinalIgnoreCase) is var at && at >= 0 && (at == 0 || !IsWord(text[at - 1])));

    /// <summary>Whether a line does nothing but call one of the tools, with arguments.</summary>
    public static bool IsAlone(string command) =>
        command.AsSpan().IndexOfAny(ShellSigns) < 0 && command.Split(' ', 2)[0] is var program && (ForeignFormats.Tools.Contains(program, StringComparer.Ordinal) || program == "detect-secrets-hook");

    /// <summary>What is called in place of a tool before a commit.</summary>
    /// <param name="root">The repository.</param>
    /// <param name="command">The call as it stands there.</param>
    /// <param name="keepsBaseline">Whether the baseline of detect-secrets stays in use.</param>
    public static string Instead(string root, string command, bool keepsBaseline) =>
        keepsBaseline && command.StartsWith("detect-secrets", StringComparison.Ordinal) ? $"{ToolCall.In(root)} {command}" : $"{ToolCall.In(root)} hook";

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '-' or '.';
}
