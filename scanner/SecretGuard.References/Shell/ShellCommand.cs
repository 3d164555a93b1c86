using SecretGuard.References.Sources;

namespace SecretGuard.References.Shell;

/// <summary>A command of a script.</summary>
/// <param name="Words">Its name and what it is given; at least one word.</param>
/// <param name="Into">The variable that takes what it prints, or null.</param>
internal sealed record ShellCommand(IReadOnlyList<ShellWord> Words, string? Into)
{
    /// <summary>The text that it is given behind <c>&lt;&lt;</c>, or null.</summary>
    public SourceText? Document { get; init; }

    /// <summary>The commands of a script in their order, those that it hands to another shell behind the one that does.</summary>
    public static IReadOnlyList<ShellCommand> In(SourceText script)
    {
        var found = new List<ShellCommand>();
        new ShellReader(script, new Collector(script, found)).Read();
        return found;
    }

    /// <summary>A script within a script is read once: in it, those that it holds are not looked for.</summary>
    private sealed class Collector(SourceText source, List<ShellCommand> found, bool isInner = false) : IShellVisitor
    {
        public void Command(IReadOnlyList<ShellWord> words, string? into)
        {
            found.Add(new ShellCommand([.. words], into));
            if (!isInner && InnerScript.In(words, source) is { } script)
            {
                new ShellReader(script, new Collector(script, found, isInner: true)).Read();
            }
        }

        public void Variable(Interpolation variable)
        {
        }

        public void Assigned(string name)
        {
        }

        public void Document(SourceText text)
        {
            if (found.Count > 0)
            {
                found[^1] = found[^1] with { Document = text };
            }
        }
    }
}
