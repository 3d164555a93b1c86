using System.Text;
using SecretGuard.Detection;
using SecretGuard.Git;

namespace SecretGuard.Cli.Hooks;

/// <summary>A message as it will be committed: without what git takes out of the file that it was edited in (git-commit: "--cleanup", "--verbose").</summary>
internal static class CommitMessage
{
    /// <summary>What messages are called where a path is asked for: prose, as in a history.</summary>
    private const string MessagePath = "message.txt";

    private const string Scissors = " ------------------------ >8 ------------------------";

    /// <summary>Whether a path names the file that git has a message in.</summary>
    public static bool IsFileOfGit(string path) =>
        Path.GetFileName(path) is "COMMIT_EDITMSG" or "MERGE_MSG" or "TAG_EDITMSG" && File.Exists(path) && File.Exists(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, "HEAD"));

    /// <summary>Reads the file of a message. Lines keep their numbers.</summary>
    public static Content Read(string file, CancellationToken cancellation)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--stage commit-msg: '{file}' cannot be read; git hands over the file of the message");
        }

        (string[] marks, bool keepsComments) = Cleanup(cancellation);
        return Content.FromText(Clean(Encoding.UTF8.GetString(bytes), marks, keepsComments), MessagePath);
    }

    /// <summary>The message of an edited text.</summary>
    /// <param name="text">What stands in the file.</param>
    /// <param name="marks">What comments begin with.</param>
    /// <param name="keepsComments">Whether comments go into the commit.</param>
    public static string Clean(string text, string[] marks, bool keepsComments)
    {
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            // git explains the line in a comment under it; one that somebody wrote into a message is left.
            if (marks.Any(mark => lines[i] == mark + Scissors) && i + 1 < lines.Length && marks.Any(mark => lines[i + 1].StartsWith(mark, StringComparison.Ordinal)))
            {
                return string.Join('\n', lines[..i]);
            }

            lines[i] = !keepsComments && marks.Any(mark => lines[i].StartsWith(mark, StringComparison.Ordinal)) ? "" : lines[i];
        }

        return string.Join('\n', lines);
    }

    /// <summary>What git's configuration says of comments. git sets its editor to <c>:</c> where none is used: then it takes nothing out.</summary>
    private static (string[] Marks, bool KeepsComments) Cleanup(CancellationToken cancellation)
    {
        GitResult answer = GitProcess.RunInHook(Environment.CurrentDirectory, [], cancellation, "config", "--get-regexp", "^(core[.]comment(char|string)|commit[.]cleanup)$");
        Dictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase);
        foreach (string line in Encoding.UTF8.GetString(answer.Output).Split('\n'))
        {
            string[] pair = line.Split(' ', 2);
            values[pair[0]] = pair.Length == 2 ? pair[1] : "";
        }

        string mark = values.GetValueOrDefault("core.commentString") ?? values.GetValueOrDefault("core.commentChar") ?? "#";
        bool isEdited = Environment.GetEnvironmentVariable("GIT_EDITOR") != ":";
        bool strips = values.GetValueOrDefault("commit.cleanup") is { } mode and not "default" ? mode == "strip" : isEdited;

        // 'auto' takes what no line of the message begins with: which one is not told, so that nothing is taken out.
        return mark is "auto" or "" ? (["#", ";", "@", "!", "$", "%", "^", "&", "|", ":"], true) : ([mark], !strips);
    }
}
