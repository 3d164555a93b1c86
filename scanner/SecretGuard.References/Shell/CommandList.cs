using System.Text;
using SecretGuard.References.Sources;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Shell;

/// <summary>A command that a file writes as a list of words, as pods and Compose do: a shell with its script, or a program that runs without one.</summary>
internal static class CommandList
{
    private const int MostWords = 1_000;

    /// <summary>The script that it runs, as a source of its own: what it hands to a shell, else its words as one command. Null where it says nothing.</summary>
    /// <param name="words">The program and what it is given.</param>
    /// <param name="inScript">What becomes of a script before the shell reads it: as long as it was.</param>
    /// <param name="inWord">What becomes of a word before the program gets it: as long as it was; variables that are filled in as <c>${NAME}</c>.</param>
    public static SourceText? Script(IReadOnlyList<YamlValue> words, Func<string, string> inScript, Func<string, string> inWord)
    {
        YamlValue[] known = [.. words.Where(word => word.Text is not null).Take(MostWords)];
        return ScriptIn(known) is { } script ? Changed(script.Inner(), inScript) : OneLine(known, inWord);
    }

    /// <summary>A text of a shell that stands as it is.</summary>
    public static SourceText Changed(SourceText script, Func<string, string> change) => script.Flattened(change(script.Text));

    /// <summary>What stands behind <c>sh -c</c>, <c>bash -euo pipefail -c</c>.</summary>
    private static YamlValue? ScriptIn(YamlValue[] words)
    {
        for (int i = 0; i + 2 < words.Length; i++)
        {
            if (InnerScript.IsShell(words[i].Text!))
            {
                for (int option = i + 1; option + 1 < words.Length && (words[option].Text!.StartsWith('-') || words[option - 1].Text!.EndsWith('o')); option++)
                {
                    if (InnerScript.TakesScript(words[option].Text!))
                    {
                        return words[option + 1];
                    }
                }
            }
        }

        return null;
    }

    /// <summary>The words as one command, each at its place. What a shell would read in them is none of it: no shell does.</summary>
    private static SourceText? OneLine(YamlValue[] words, Func<string, string> inWord)
    {
        var text = new StringBuilder();
        int first = -1, line = -1, column = 0;
        foreach (YamlValue word in words)
        {
            (int at, int before) = word.Verbatim() ?? ((int)word.Start.Line - 1, (int)word.Start.Column - 1);
            first = first < 0 ? at : first;
            if (word.Source != words[0].Source || (line >= 0 && (at < line || (at == line && before < column))))
            {
                return null; // an alias leads elsewhere
            }

            for (line = line < 0 ? at : line; line < at; line++, column = 0)
            {
                text.Append(" \\\n");
            }

            string own = word.Verbatim() is null ? "_" : Plain(inWord(word.Text!));
            text.Append(' ', before - column).Append(own);
            column = before + own.Length;
        }

        SourceText? source = first < 0 ? null : words[0].Source;
        return source?.Range(source.IndexOf(first + 1, 1), source.IndexOf(line + 2, 1)).Flattened(text.Append('\n').ToString());
    }

    private static string Plain(string word) => string.Create(word.Length, word, static (plain, word) =>
    {
        for (int i = 0; i < word.Length; i++)
        {
            plain[i] = char.IsAsciiLetterOrDigit(word[i]) || word[i] is '-' or '_' or '.' or '/' or ':' or '=' or '@' or ',' or '+' or '%' or '{' or '}' or '$' ? word[i] : '_';
        }
    });
}
