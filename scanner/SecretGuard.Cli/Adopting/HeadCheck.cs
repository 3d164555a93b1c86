using System.Text;
using SecretGuard.Cli.Sources;
using SecretGuard.Detection;
using SecretGuard.Git;
using SecretGuard.Reporting;

namespace SecretGuard.Cli.Adopting;

/// <summary>Whether the commit that is checked out holds what stands in a file. Nothing of it is handed to git.</summary>
internal static class HeadCheck
{
    /// <summary>Looks at its version of the file.</summary>
    /// <param name="path">The full path of the file.</param>
    /// <param name="written">What stands in it.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public static HeadState Of(string path, string written, CancellationToken cancellation)
    {
        string folder = Path.GetDirectoryName(path)!, name = $"HEAD:./{Path.GetFileName(path)}";
        if (!GitProcess.Run(folder, cancellation, "rev-parse", "--verify", "--quiet", "HEAD").Succeeded)
        {
            return HeadState.NoCommit;
        }

        byte[]? bytes = GitBlobs.Read(folder, [name]).GetValueOrDefault(name);
        return bytes is not null && Content.FromBytes(bytes, bytes.Length, "") is { IsBinary: false } content && content.Buffer.AsSpan(0, content.Length).IndexOf(Encoding.UTF8.GetBytes(written)) >= 0
            ? HeadState.InHead : HeadState.NotInHead;
    }
}
