using SecretGuard.References.Shell;

namespace SecretGuard.References.Linting.Pipelines;

/// <summary>A file into which a step of a build writes a secret.</summary>
/// <param name="Program">What writes it.</param>
/// <param name="At">The word that says so.</param>
/// <param name="File">The file, as it is written there.</param>
internal sealed record LayerWrite(string Program, ShellWord At, string File)
{
    /// <summary>Programs that keep what they are told to, and where.</summary>
    private static readonly Dictionary<string, string> Settings = new(StringComparer.Ordinal)
    {
        ["npm"] = "~/.npmrc",
        ["pnpm"] = "~/.npmrc",
        ["yarn"] = "~/.yarnrc.yml",
        ["git"] = "~/.gitconfig",
        ["pip"] = "~/.config/pip/pip.conf",
        ["pip3"] = "~/.config/pip/pip.conf",
        ["poetry"] = "~/.config/pypoetry/auth.toml",
        ["composer"] = "~/.composer/auth.json",
        ["bundle"] = "~/.bundle/config",
        ["dotnet"] = "~/.nuget/NuGet/NuGet.Config",
        ["aws"] = "~/.aws/credentials",
    };

    private static readonly string[] Homes = ["${HOME}", "$HOME", "/root"];
    private static readonly string[] Undoing = ["delete", "rm", "unset", "remove", "set-url", "--unset", "--unset-all", "logout"];

    /// <summary>The files, in their order.</summary>
    public static IEnumerable<LayerWrite> In(ShellScript script, MountedSecrets mounted)
    {
        foreach (ShellCommand command in script.Commands)
        {
            if (CalledProgram.In(command).FirstOrDefault() is not { } program)
            {
                continue;
            }

            ShellWord[] words = [.. program.Words.Skip(program.From)], rest = [.. words.Where(word => !word.Text.StartsWith('-'))];
            if (program.Name == "tee" && mounted.IsPrinted(command) && rest is [var copy, ..])
            {
                yield return new LayerWrite(program.Name, copy, copy.Raw);
            }
            else if (mounted.IsPrinted(command) && command.Redirections.FirstOrDefault(CommandOutput.IsAway) is { } away)
            {
                yield return new LayerWrite(program.Name, away.Target, away.Target.Raw);
            }
            else if (program.Name is "cp" or "mv" or "install" && rest.Length > 1 && rest.SkipLast(1).FirstOrDefault(mounted.IsFile) is { } source)
            {
                string target = rest[^1].Raw;
                yield return new LayerWrite(program.Name, rest[^1], target is "." or "./" ? NameOf(source.Text) : target.EndsWith('/') ? target + NameOf(source.Text) : target);
            }
            else if (program.Name == "sed" && rest.Length > 1 && Array.Exists(words, word => word.Text.StartsWith("-i", StringComparison.Ordinal) || word.Text == "--in-place") && rest.Any(mounted.Carries))
            {
                yield return new LayerWrite(program.Name, rest[^1], rest[^1].Raw);
            }
            else if (program.Name == "git" && rest is [{ Text: "clone" }, ..] && Array.Find(rest, word => word.Text.Contains("://", StringComparison.Ordinal) && mounted.Carries(word)) is { } address)
            {
                string folder = rest[^1] == address ? NameOf(address.Text) : rest[^1].Raw;
                yield return new LayerWrite("git clone", address, $"{(folder.EndsWith(".git", StringComparison.Ordinal) ? folder[..^4] : folder).TrimEnd('/')}/.git/config");
            }
            else if (Settings.TryGetValue(program.Name, out string? file) && Keeps(program.Name, rest) && words.FirstOrDefault(mounted.Carries) is { } kept)
            {
                yield return new LayerWrite($"{program.Name} {rest[0].Text}", kept, file);
            }
        }
    }

    /// <summary>Whether a command takes the secret away again: it removes the file or a folder around it, or tells the program that keeps it to forget it.</summary>
    public bool IsUndoneBy(ShellCommand command)
    {
        if (CalledProgram.In(command).FirstOrDefault() is not { } program)
        {
            return false;
        }

        IEnumerable<ShellWord> words = program.Words.Skip(program.From);
        return program.Name switch
        {
            "rm" or "shred" or "unlink" => words.Any(word => !word.Text.StartsWith('-') && (Holds(word.Raw, File) || File.Split('/').Contains(NameOf(word.Text), StringComparer.Ordinal) || (word.Raw.EndsWith("/*", StringComparison.Ordinal) && Holds(word.Raw[..^2], File)))),
            "trap" => words.Any(word => word.Text.Contains("rm ", StringComparison.Ordinal) && word.Text.Contains(NameOf(File), StringComparison.Ordinal)),
            var name => Program.Split(' ') is [var own, _] && name == own && words.Any(word => Undoing.Contains(word.Text, StringComparer.Ordinal)),
        };
    }

    /// <summary>Whether a path is that of a folder or of the file in it.</summary>
    public static bool Holds(string folder, string file)
    {
        string outer = Normal(folder), inner = Normal(file);
        return outer.Length > 0 && (inner == outer || inner.StartsWith(outer + "/", StringComparison.Ordinal));
    }

    private static bool Keeps(string program, ShellWord[] rest) => rest switch
    {
        [{ Text: "nuget" }, { Text: "add" or "update" }, ..] => program == "dotnet",
        [{ Text: "configure" }, { Text: "set" }, ..] => program == "aws",
        [{ Text: "set" }, ..] => program == "npm",
        [{ Text: "config" }, ..] => true,
        _ => false,
    };

    private static string NameOf(string path) => path.TrimEnd('/') is var trimmed ? trimmed[(trimmed.LastIndexOf('/') + 1)..] : path;

    private static string Normal(string path)
    {
        string text = path.Trim('"').TrimEnd('/');
        string? home = Array.Find(Homes, home => text == home || text.StartsWith(home + "/", StringComparison.Ordinal));
        return home is null ? text : "~" + text[home.Length..];
    }
}
