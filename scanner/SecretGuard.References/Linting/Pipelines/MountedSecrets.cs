using System.Text.RegularExpressions;
using SecretGuard.References.Docker;
using SecretGuard.References.Shell;
using SecretGuard.References.Sources;

namespace SecretGuard.References.Linting.Pipelines;

/// <summary>Where the secrets are that a step of a build mounts: in files, and in variables that it takes them into.</summary>
internal sealed class MountedSecrets
{
    private static readonly HashSet<string> Readers = new(["cat", "base64", "tr", "sed", "head", "tail", "cut", "awk", "jq", "tee"], StringComparer.Ordinal);

    /// <summary>A command within a word whose output is the content of a file.</summary>
    private static readonly Regex Reading = new(@"(?:\$\(|`)[ \t]*(?:cat|base64|tr|sed|head|tail|cut|awk|jq|<)", RegexOptions.NonBacktracking);

    /// <summary>Programs that say something of a file without telling it.</summary>
    private static readonly string[] Harmless = ["wc ", "sum ", "openssl dgst", "-public", "-pubkey"];

    private readonly string[] _files;
    private readonly HashSet<string> _variables;
    private readonly HashSet<ShellCommand> _printing = [];

    public MountedSecrets(ShellScript script, DockerMount[] mounts)
    {
        DockerMount[] secrets = [.. mounts.Where(mount => mount.Type == "secret")];
        _files = [.. secrets.Select(secret => secret.SecretFile).OfType<string>()];
        _variables = [.. secrets.Select(secret => secret.Variable).OfType<string>()];
        foreach (ShellAssignment assignment in script.Assignments.Where(assignment => Carries(assignment.Word)))
        {
            _variables.Add(assignment.Name);
        }

        foreach (ShellCommand command in script.Commands)
        {
            ShellCommand? into = command.Next;
            if (command.Words[0].Text == "read" && command.Redirections.Any(IsRead))
            {
                _variables.UnionWith(command.Words.Skip(1).Select(word => word.Text));
            }
            else if (Prints(command) || _printing.Contains(command))
            {
                _printing.Add(command);
                if (into is not null && CalledProgram.In(into).FirstOrDefault() is { } reader && Readers.Contains(reader.Name))
                {
                    _printing.Add(into);
                }
            }
        }
    }

    /// <summary>Whether a word is the path of a mounted file.</summary>
    public bool IsFile(ShellWord word) => _files.Contains(word.Text, StringComparer.Ordinal);

    /// <summary>Whether a secret is a part of a word.</summary>
    public bool Carries(ShellWord word) => word.Variables.Exists(_variables.Contains) || HoldsReading(word.Raw);

    /// <summary>Whether a command writes a secret to its output.</summary>
    public bool IsPrinted(ShellCommand command) => _printing.Contains(command);

    private bool HoldsReading(string text) => Array.Exists(_files, file => text.Contains(file, StringComparison.Ordinal)) && Reading.IsMatch(text) && !Array.Exists(Harmless, sign => text.Contains(sign, StringComparison.Ordinal));

    private bool IsRead(ShellRedirection redirection) => redirection.Sign == "<" && IsFile(redirection.Target);

    private bool Prints(ShellCommand command)
    {
        if (CalledProgram.In(command).FirstOrDefault() is not { } program)
        {
            return false;
        }

        IEnumerable<ShellWord> words = program.Words.Skip(program.From);
        return CommandOutput.Echoes(program) ? words.Any(Carries)
            : Readers.Contains(program.Name) && (words.Any(IsFile) || command.Redirections.Any(IsRead) || (command is { IsDocumentFilled: true, Document.Text: { } text } && (HoldsReading(text) || Interpolation.In(text).Any(variable => _variables.Contains(variable.Name)))));
    }
}
