using SecretGuard.References.Sources;

namespace SecretGuard.References.Shell;

/// <summary>A command of a script.</summary>
/// <param name="Words">Its name and what it is given; at least one word. Redirections are none of them.</param>
/// <param name="Into">The variable that takes what it prints, or null.</param>
internal sealed record ShellCommand(IReadOnlyList<ShellWord> Words, string? Into)
{
    /// <summary>The variables that are set for it alone: <c>A=$B command</c>.</summary>
    public IReadOnlyList<ShellAssignment> Before { get; init; } = [];

    /// <summary>The text that it is given behind <c>&lt;&lt;</c>, or null. Known when the script has been read.</summary>
    public SourceText? Document { get; internal set; }

    /// <summary>Whether the shell puts the values of variables into that text.</summary>
    public bool IsDocumentFilled { get; internal set; }

    /// <summary>Where it writes to and reads from.</summary>
    public IReadOnlyList<ShellRedirection> Redirections { get; init; } = [];

    /// <summary>Whether its output becomes a part of a word: it stands in <c>$(…)</c>, <c>`…`</c> or <c>&lt;(…)</c>.</summary>
    public bool IsSubstituted { get; init; }

    /// <summary>Whether it stands in a function, a subshell, or a block whose output goes elsewhere as a whole: who reads what it prints is not to be seen here.</summary>
    public bool IsGrouped { get; internal set; }

    /// <summary>The brackets that it stands in, or null: what a shell is told there ends with them.</summary>
    public Subshell? Subshell { get; init; }

    /// <summary>The command that reads its output through a pipe. Known when the script has been read.</summary>
    public ShellCommand? Next { get; internal set; }

    /// <summary>The command that gets its output as a word; null for an assignment as for all others. Known when the script has been read.</summary>
    public ShellCommand? Outer { get; internal set; }

    /// <summary>The command that hands it to another shell: <c>sh -c "…"</c>. Its output goes where that one's goes.</summary>
    public ShellCommand? Carrier { get; internal set; }
}

/// <summary>Commands in brackets, for which a shell of their own is started.</summary>
/// <param name="outer">The brackets that these stand in, or null.</param>
internal sealed class Subshell(Subshell? outer)
{
    /// <summary>The brackets that these stand in, or null.</summary>
    public Subshell? Outer => outer;

    /// <summary>Whether others are these, or stand in them.</summary>
    public bool Holds(Subshell? inner)
    {
        while (inner is not null && inner != this)
        {
            inner = inner.Outer;
        }

        return inner is not null;
    }
}

/// <summary>A variable that a script sets.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Word">The word, <c>NAME=value</c>.</param>
internal sealed record ShellAssignment(string Name, ShellWord Word)
{
    /// <summary>What it is set to.</summary>
    public ShellPiece Value => new(Word, Name.Length + 1);
}

/// <summary>Where a command writes to, or what it reads from.</summary>
/// <param name="Sign"><c>&gt;</c>, <c>2&gt;</c>, <c>&gt;&gt;</c>, <c>&amp;&gt;</c>, <c>&lt;</c>; for a stream instead of a file with <c>&amp;</c> behind it.</param>
/// <param name="Target">The file or the stream.</param>
internal sealed record ShellRedirection(string Sign, ShellWord Target)
{
    /// <summary>Whether it is the output that goes there, not errors and not the input.</summary>
    public bool IsOutput => Sign.Contains('>', StringComparison.Ordinal) && (Sign[0] is '>' or '1' or '&' or '*');
}
