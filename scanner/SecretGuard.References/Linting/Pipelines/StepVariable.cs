using SecretGuard.Findings;
using SecretGuard.References.Shell;
using SecretGuard.References.Sources;
using SecretGuard.References.Yaml;
using SecretGuard.Triage;
using YamlDotNet.Core;

namespace SecretGuard.References.Linting.Pipelines;

/// <summary>How an expression in a script becomes a variable that the step is given: what stands in its place, and the entry of <c>env</c> where there is none yet.</summary>
/// <param name="Replacement">What a shell reads in the place of the expression.</param>
/// <param name="Entry">The entry of <c>env</c>; null where the step has one for it.</param>
internal sealed record StepVariable(string Replacement, TextEdit? Entry)
{
    /// <summary>What reads a word as a program of its own, or in another place: there the value stays a part of a text.</summary>
    private static readonly HashSet<string> Interpreters = new(["eval", "exec", "ssh", "su", "trap", "bash", "sh", "dash", "zsh", "python", "python3", "node", "perl", "ruby", "pwsh"], StringComparer.Ordinal);

    /// <summary>Names of what a shell takes as several words.</summary>
    private static readonly string[] Several = ["ARGS", "OPTS", "FLAGS", "OPTIONS", "CMD", "COMMAND", "SCRIPT"];

    /// <summary>What mends it; null where more than one text may be right.</summary>
    /// <param name="script">The script.</param>
    /// <param name="step">The step that it is of.</param>
    /// <param name="key">The key of the script in the step.</param>
    /// <param name="expression">Where the expression stands in the script.</param>
    /// <param name="value">What the variable is set to.</param>
    /// <param name="name">How it is called where nothing gives it a name.</param>
    /// <param name="outer">The variables of the job and of the whole, which the step has too.</param>
    public static StepVariable? For(YamlValue script, YamlValue step, string key, Range expression, string value, string name, IReadOnlyList<YamlValue> outer)
    {
        string text = script.Text!;
        (int start, int length) = expression.GetOffsetAndLength(text.Length);
        ShellQuoting quoting = ShellQuotes.At(text, start);
        Location place = script.Place(start, length);
        bool isExact = place.StartLine == place.EndLine && place.EndColumn - place.StartColumn == length;
        if (quoting == ShellQuoting.Literal || !isExact || text[..start].Trim().Length == 0 || Array.Exists(Several, word => name.Contains(word, StringComparison.Ordinal)) || IsInterpreted(script, start)
            || (quoting == ShellQuoting.Plain && script.Style == ScalarStyle.DoubleQuoted))
        {
            return null;
        }

        YamlValue own = step["env"];
        string? given = own.Members.Concat(outer.SelectMany(env => env.Members)).FirstOrDefault(entry => entry.Value.Text is { } set && Bare(set) == Bare(value)).Key?.Text;
        bool isTaken = own.Members.Concat(outer.SelectMany(env => env.Members)).Any(entry => entry.Key.Text == name) || IsAssigned(script, name, start);
        TextEdit? entry = given is null ? EntryOf(step, key, $"{name}: {value}") : null;
        string variable = $"${{{given ?? name}}}";
        return (given is null && (isTaken || entry is null || !IsName(name))) || (given is not null && !IsName(given)) ? null
            : new StepVariable(quoting == ShellQuoting.Double ? variable : $"\"{variable}\"", entry);
    }

    /// <summary>Whether a name can be one of a variable, and is not one that the runner keeps for itself.</summary>
    private static bool IsName(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && !name.StartsWith("GITHUB_", StringComparison.Ordinal) && !name.StartsWith("RUNNER_", StringComparison.Ordinal) && name is not ("PATH" or "HOME" or "CI");

    private static string Bare(string value) => value.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>Whether the command that the expression is given to reads it as a program.</summary>
    private static bool IsInterpreted(YamlValue script, int start)
    {
        string text = script.Text!;
        int line = text.LastIndexOf('\n', Math.Max(0, start - 1)) + 1;
        return text[line..start].Split([' ', '\t', '|', ';', '&', '(', '/', '"', '\''], StringSplitOptions.RemoveEmptyEntries).Any(Interpreters.Contains) || text[..line].TrimEnd(' ', '\t', '\r', '\n').EndsWith('\\');
    }

    /// <summary>Whether the script gives the name another value: what stands behind would be that one.</summary>
    private static bool IsAssigned(YamlValue script, string name, int start) =>
        ShellScript.Read(script.Inner().As("bash")).Assignments.Any(assignment => assignment.Name == name) && !script.Text![..start].TrimEnd('"').EndsWith(name + "=", StringComparison.Ordinal);

    /// <summary>The entry at the beginning of <c>env</c>, or behind the script where the step has none: Azure tells by its first key what a step is.</summary>
    private static TextEdit? EntryOf(YamlValue step, string key, string entry)
    {
        YamlValue script = step[key], name = step.KeyOf(key), first = step["env"].Members is [var (one, _), ..] ? one : YamlValue.Nothing;
        if (name == YamlValue.Nothing || name.Source != script.Source || !IsOnItsOwn(name) || (first == YamlValue.Nothing ? step.KeyOf("env") != YamlValue.Nothing : first.Source != script.Source || !IsOnItsOwn(first)))
        {
            return null;
        }

        SourceText source = script.Source;
        string end = source.Text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n", indent = new(' ', (int)(first == YamlValue.Nothing ? name : first).Start.Column - 1);
        if (first != YamlValue.Nothing)
        {
            return new TextEdit(source.At((int)first.Start.Line, (int)first.Start.Column, (int)first.Start.Line, (int)first.Start.Column), $"{entry}{end}{indent}");
        }

        int line = script.Style == ScalarStyle.Literal ? (int)script.Start.Line + script.Text!.TrimEnd('\n').Split('\n').Length : (int)script.End.Line, column = source.Line(line).Length + 1;
        return script.Style == ScalarStyle.Folded || (script.Style != ScalarStyle.Literal && source.Line(line)[((int)script.End.Column - 1)..].Trim().Length > 0) ? null
            : new TextEdit(source.At(line, column, line, column), $"{end}{indent}env:{end}{indent}  {entry}");
    }

    /// <summary>Whether nothing but the sign of a list stands before a key on its line.</summary>
    private static bool IsOnItsOwn(YamlValue key) => key.Source.Line((int)key.Start.Line)[..((int)key.Start.Column - 1)].Trim().Trim('-').Trim().Length == 0;
}
