using System.Text;
using DiffPlex;
using DiffPlex.Renderer;
using SecretGuard.Cli.Hooks.Setup;
using SecretGuard.Cli.Projects;
using SecretGuard.Cli.Sources;
using SecretGuard.Detection;
using SecretGuard.Reporting;

namespace SecretGuard.Cli.Migrating;

/// <summary>Shows changes as a unified difference, as git does. Secrets in lines of somebody else's files are masked, so that it is to be read and not applied.</summary>
internal sealed class UnifiedDifference(string root, Detector detector)
{
    private const int Around = 3;
    private const string Mask = "[secret]";

    /// <summary>Writes the difference of one file.</summary>
    public void Write(FileChange change, TextWriter output)
    {
        string path = FileListing.WithSlashes(Path.GetRelativePath(root, change.Path));
        if (path == SaltWriter.SchemaPath || change.After is null)
        {
            output.WriteLine($"{(change.After is null ? "--- remove" : "+++ new")} {VisibleText.Of(path)} ({Amount.Of(MarkedBlock.Lines(change.After ?? change.Before ?? "").Length, "line")})");
            return;
        }

        // What was not there is ours. A line end at the end would be shown as one more line.
        string before = change.Before is null ? "" : Masked(change.Before, path), after = change.Before is null ? change.After : Masked(change.After, path);
        string difference = UnidiffRenderer.GenerateUnidiff(
            before.TrimEnd('\n', '\r'), after.TrimEnd('\n', '\r'), change.Before is null ? "/dev/null" : $"a/{path}", $"b/{path}", ignoreWhitespace: false, ignoreCase: false, contextLines: Around);
        foreach (string line in MarkedBlock.Lines(difference))
        {
            output.WriteLine(VisibleText.Of(line.Replace('\t', ' ')));
        }
    }

    private string Masked(string text, string path)
    {
        var content = Content.FromText(text, path);
        var masked = new StringBuilder();
        int at = 0;
        foreach (Match match in detector.See(content).OrderBy(match => match.Start))
        {
            if (match.Start >= at)
            {
                masked.Append(Encoding.UTF8.GetString(content.Buffer, at, match.Start - at)).Append(Mask);
                at = match.End;
            }
        }

        return masked.Append(Encoding.UTF8.GetString(content.Buffer, at, content.Length - at)).ToString();
    }
}
