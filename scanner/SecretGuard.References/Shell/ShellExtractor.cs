using SecretGuard.Inventories;
using SecretGuard.References.Sources;

namespace SecretGuard.References.Shell;

/// <summary>Scripts of shells, and of PowerShell where they call the same tools: what is fetched from stores or put into them, and variables that are secret by their names.</summary>
internal sealed class ShellExtractor : IExtractor
{
    private static readonly string[] Signs = ["az ", "aws ", "vault ", "kubectl ", "oc ", "$"];

    /// <inheritdoc/>
    public string Name => "shell";

    /// <inheritdoc/>
    public bool MayRead(SourceText source) =>
        (source.Language is "bash" or "sh" or "shell" or "zsh" or "ksh" or "console" or "shell-session" or "sh-session" or "terminal" or "powershell" or "pwsh" or "ps1" or "make" or "makefile"
            || source.HasEnd(".sh", ".bash", ".zsh", ".ps1", ".mk") || source.FileName is "Makefile" or "makefile" or "GNUmakefile")
        && Array.Exists(Signs, sign => source.Text.Contains(sign, StringComparison.Ordinal));

    /// <inheritdoc/>
    public void Read(SourceText source, Extraction found) => new ShellReader(source, new Visitor(source, found)).Read();

    private sealed class Visitor(SourceText source, Extraction found) : IShellVisitor
    {
        private readonly HashSet<string> _assigned = new(StringComparer.Ordinal);

        public void Command(IReadOnlyList<ShellWord> words, string? into)
        {
            if (words[0].Text is "read" or "for" or "mapfile" or "readarray")
            {
                _assigned.UnionWith(words.Skip(1).Select(word => word.Text));
            }
            else if (words[0].Text is not ("echo" or "printf"))
            {
                SecretCommands.Read(words, (reference, place, written) =>
                {
                    if (reference.Name.Length > 0)
                    {
                        found.Add(reference, place, source.Path, written ? reference : into is null ? null : ReferenceOf.SecretVariable(into, "assignment"));
                    }
                });
            }
        }

        public void Variable(Interpolation variable)
        {
            if (!_assigned.Contains(variable.Name) && ReferenceOf.SaysSecret(variable.Name))
            {
                found.Add(ReferenceOf.Variable(variable.Name, "variable", variable.IsOptional), source.At(variable.Start, variable.Name.Length), source.Path);
            }
        }

        public void Assigned(string name) => _assigned.Add(name);

        public void Document(SourceText text) => ExtractorCatalogue.Read(text, found);
    }
}
