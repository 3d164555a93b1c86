namespace SecretGuard.References.Shell;

/// <summary>What is known of the commands of a script, or of those of one substitution in it, while they are read.</summary>
/// <param name="into">The variable that takes what they print, or null.</param>
/// <param name="isSubstituted">Whether these are of a substitution.</param>
internal sealed class ShellLevel(string? into, bool isSubstituted)
{
    private Subshell? _subshell;
    private int _braces;
    private ShellCommand? _piped;
    private ShellCommand? _last;

    /// <summary>The words of the command so far.</summary>
    public List<ShellWord> Words { get; } = [];

    /// <summary>The assignments before it.</summary>
    public List<ShellAssignment> Before { get; } = [];

    /// <summary>Its redirections.</summary>
    public List<ShellRedirection> Redirections { get; } = [];

    /// <summary>The commands of its substitutions.</summary>
    public List<ShellCommand> Inner { get; } = [];

    /// <summary>The commands that have ended.</summary>
    public List<ShellCommand> Commands { get; } = [];

    /// <summary>Whether a bracket of the commands themselves is open, which the sign closes.</summary>
    public bool IsOpen(char closing) => closing == ')' && _subshell is not null;

    /// <summary>Ends the command. Null where there is none: nothing stands there, or assignments alone.</summary>
    public ShellCommand? End()
    {
        ShellCommand? command = Words.Count == 0 ? null : new ShellCommand([.. Words], into)
        {
            Before = [.. Before],
            Redirections = [.. Redirections],
            IsSubstituted = isSubstituted,
            IsGrouped = _subshell is not null || _braces > 0,
            Subshell = _subshell,
        };
        if (command is not null)
        {
            foreach (ShellCommand inner in Inner)
            {
                inner.Outer ??= command;
            }

            if (_piped is not null)
            {
                _piped.Next = command;
                _piped = null;
            }

            Commands.Add(command);
            _last = command;
        }

        Words.Clear();
        Before.Clear();
        Redirections.Clear();
        Inner.Clear();
        return command;
    }

    /// <summary>Passes a sign between commands.</summary>
    /// <param name="isPipe">Whether it hands the output of what stands before it to what follows.</param>
    /// <param name="sign">The sign.</param>
    public void Separate(bool isPipe, char sign)
    {
        _piped = isPipe ? _last : sign is '(' or '{' ? _piped : null;
        _last = isPipe ? null : _last;
        _subshell = sign == '(' ? new Subshell(_subshell) : sign == ')' ? _subshell?.Outer : _subshell;
        _braces = Math.Max(0, _braces + (sign == '{' ? 1 : sign == '}' ? -1 : 0));
    }
}
