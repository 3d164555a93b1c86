using SecretGuard.References.Sources;

namespace SecretGuard.References.Shell;

/// <summary>A script, read as a whole.</summary>
/// <param name="Commands">Its commands in their order, those that it hands to another shell behind the one that does.</param>
/// <param name="Assignments">The variables that it sets, those for one command among them.</param>
/// <param name="Variables">The variables that it reads.</param>
internal sealed record ShellScript(IReadOnlyList<ShellCommand> Commands, IReadOnlyList<ShellAssignment> Assignments, IReadOnlyList<Interpolation> Variables)
{
    /// <summary>What stands for no script.</summary>
    public static ShellScript Empty { get; } = new([], [], []);

    /// <summary>Reads it.</summary>
    public static ShellScript Read(SourceText script)
    {
        var found = new Collector(script, null, [], [], []);
        new ShellReader(script, found).Read();
        MarkBlocks(found.Commands);
        return new ShellScript(found.Commands, found.Assignments, found.Variables);
    }

    /// <summary>Commands between <c>do</c> and <c>done</c> and their like write where the whole does, if it says so behind its end.</summary>
    private static void MarkBlocks(List<ShellCommand> commands)
    {
        var open = new Stack<int>();
        for (int i = 0; i < commands.Count; i++)
        {
            ShellCommand command = commands[i];
            foreach (string word in command.Words.Select(word => word.Text).TakeWhile(ShellKeywords.IsKeyword))
            {
                if (ShellKeywords.Opens(word))
                {
                    open.Push(i);
                }
                else if (ShellKeywords.Closes(word) && open.TryPop(out int start) && (command.Next is not null || command.Redirections.Any(one => one.IsOutput)))
                {
                    for (int inner = start; inner < i; inner++)
                    {
                        commands[inner].IsGrouped = true;
                    }
                }
            }
        }
    }

    /// <summary>A script within a script is read once: in it, those that it holds are not looked for.</summary>
    private sealed class Collector(SourceText source, ShellCommand? carrier, List<ShellCommand> commands, List<ShellAssignment> assignments, List<Interpolation> variables) : IShellVisitor
    {
        public List<ShellCommand> Commands { get; } = commands;

        public List<ShellAssignment> Assignments { get; } = assignments;

        public List<Interpolation> Variables { get; } = variables;

        public void Command(ShellCommand command)
        {
            command.Carrier = carrier;
            Commands.Add(command);
            if (carrier is null && InnerScript.In(command.Words, source) is { } script)
            {
                new ShellReader(script, new Collector(script, command, Commands, Assignments, [])).Read();
            }
        }

        public void Variable(Interpolation variable) => Variables.Add(variable);

        public void Assigned(ShellAssignment assignment) => Assignments.Add(assignment);

        public void Document(SourceText text, bool isFilled)
        {
            if (Commands.Count > 0)
            {
                Commands[^1].Document = text;
                Commands[^1].IsDocumentFilled = isFilled;
            }
        }
    }
}
