using System.Text.RegularExpressions;
using SecretGuard.Inventories;
using SecretGuard.References.Helm;
using SecretGuard.References.Sources;

namespace SecretGuard.References.Shell;

/// <summary>Scripts of shells, and of PowerShell where they call the same tools: what is fetched from stores or put into them, and variables that are secret by their names.</summary>
internal sealed class ShellExtractor : IExtractor
{
    /// <summary>How what sets a variable is marked.</summary>
    public const string Assignment = "assignment";

    private const int LongestShebang = 128;

    private static readonly Regex Shebang = new(@"^#![ \t]*(?:/\S*/)?(?:env[ \t]+(?:-\S+[ \t]+)*(?:/\S*/)?)?(?:ba|da|k|z|a)?sh(?:[ \t\r\n]|$)", RegexOptions.NonBacktracking);

    private static readonly string[] Signs = ["az ", "aws ", "vault ", "kubectl ", "oc ", "helm ", "--secret", "$", "<<"];

    /// <inheritdoc/>
    public string Name => "shell";

    /// <summary>Comments and empty lines, then a prompt or a program that has to do with secrets.</summary>
    private static readonly Regex Begins = new(@"^(?:[ \t]*(?:#[^\n]*)?\r?\n)*[ \t]*(?:\$ |(?:sudo )?(?:cat <<|export [A-Za-z_]+=|(?:kubectl|oc|helm|docker|podman|vault|bao|az|aws|gh|curl|dotnet|terraform|tofu|openssl) [a-z-]))", RegexOptions.NonBacktracking);

    /// <inheritdoc/>
    public bool MayRead(SourceText source) => IsScript(source) && Array.Exists(Signs, sign => source.Text.Contains(sign, StringComparison.Ordinal));

    /// <summary>Whether a text is a script: by its path, by what its fence says, or, where that says nothing, by how it begins.</summary>
    public static bool IsScript(SourceText source) =>
        source.Language is "bash" or "sh" or "shell" or "zsh" or "ksh" or "console" or "shell-session" or "sh-session" or "terminal" or "powershell" or "pwsh" or "ps1" or "make" or "makefile"
        || source.HasEnd(".sh", ".bash", ".zsh", ".ps1", ".mk") || source.FileName is "Makefile" or "makefile" or "GNUmakefile" || NamesItsShell(source)
        || (source is { IsGuess: true, IsFenced: true } && BeginsAsScript(source.Text));

    /// <summary>Whether a text of which nobody says what it is begins as a script does.</summary>
    public static bool BeginsAsScript(string text) => Begins.IsMatch(text);

    /// <summary>Whether a file without an end to its name says in its first line which shell runs it: <c>bin/deploy</c>, <c>.githooks/pre-commit</c>.</summary>
    private static bool NamesItsShell(SourceText source) =>
        !source.IsPart && source.Text.StartsWith("#!", StringComparison.Ordinal) && source.FileName.LastIndexOf('.') <= 0 && Shebang.IsMatch(source.Text.AsSpan(0, Math.Min(source.Text.Length, LongestShebang)));

    /// <inheritdoc/>
    public void Read(SourceText source, Extraction found) => Read(source, found, []);

    /// <summary>Reads a script in which some variables are set before it begins.</summary>
    public static void Read(SourceText source, Extraction found, IEnumerable<string> assigned) =>
        new ShellReader(source, new Visitor(source, found, assigned.ToHashSet(StringComparer.Ordinal))).Read();

    /// <summary>Has lints look at a script whose variables something else gives it, and reads what its commands refer to.</summary>
    public static void ReadCommands(SourceText source, Extraction found)
    {
        ExtractorCatalogue.Look(source, found);
        new ShellReader(source, new Commands(source, found, [])).Read();
    }

    /// <summary>Adds what the commands of a script refer to.</summary>
    /// <param name="source">The script.</param>
    /// <param name="found">Where it goes.</param>
    /// <param name="told">What was added, for what is substituted in a script in quotes is read twice.</param>
    private class Commands(SourceText source, Extraction found, HashSet<InventoryRecord> told) : IShellVisitor
    {
        protected SourceText Source { get; } = source;

        protected Extraction Found { get; } = found;

        protected HashSet<InventoryRecord> Told { get; } = told;

        public virtual void Command(ShellCommand command)
        {
            (IReadOnlyList<ShellWord> words, string? into) = command;
            if (words[0].Text is "echo" or "printf")
            {
                return;
            }

            if (HelmCommand.In(command, Source) is { } installed)
            {
                Found.Add(installed);
            }

            SecretCommands.Read(words, (reference, place, written, provides) =>
            {
                var record = new InventoryRecord(reference, place, Source.Path) { Provides = provides is not null ? provides : written ? reference : into is null ? null : ReferenceOf.SecretVariable(into, Assignment) };
                if (reference.Name.Length > 0 && Told.Add(record))
                {
                    Found.Add(record);
                }
            });
        }

        public virtual void Variable(Interpolation variable)
        {
        }

        public virtual void Assigned(ShellAssignment assignment)
        {
        }

        public virtual void Document(SourceText text, bool isFilled)
        {
        }
    }

    /// <summary>And what its variables and documents do.</summary>
    /// <param name="source">The script.</param>
    /// <param name="found">Where it goes.</param>
    /// <param name="assigned">The variables that are set by then.</param>
    private sealed class Visitor(SourceText source, Extraction found, HashSet<string> assigned) : Commands(source, found, [])
    {
        public override void Command(ShellCommand command)
        {
            IReadOnlyList<ShellWord> words = command.Words;
            if (words[0].Text is "read" or "for" or "mapfile" or "readarray")
            {
                assigned.UnionWith(words.Skip(1).Select(word => word.Text));
                return;
            }

            base.Command(command);
            if (InnerScript.In(words, Source) is { } script)
            {
                // Its variables are those of another shell, often in another place.
                new ShellReader(script, new Commands(script, Found, Told)).Read();
            }
        }

        public override void Variable(Interpolation variable)
        {
            if (!assigned.Contains(variable.Name) && ReferenceOf.SaysSecret(variable.Name))
            {
                Found.Add(ReferenceOf.Variable(variable.Name, SecretReference.ScriptVariable, variable.IsOptional), Source.At(variable.Start, variable.Name.Length), Source.Path);
            }
        }

        public override void Assigned(ShellAssignment assignment) => assigned.Add(assignment.Name);

        public override void Document(SourceText text, bool isFilled) => ExtractorCatalogue.Read(text, Found);
    }
}
