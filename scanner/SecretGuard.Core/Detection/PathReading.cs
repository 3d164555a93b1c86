using SecretGuard.Detection.Files;
using SecretGuard.Detection.Values;

namespace SecretGuard.Detection;

/// <summary>How a path makes a text be read: in a text under two paths that are read alike the same is found.</summary>
public static class PathReading
{
    /// <summary>The path that this thread asked for last, and its reading: the versions of a file come one after the other.</summary>
    [ThreadStatic]
    private static (string Path, string Reading)? _last;

    /// <summary>
    /// What of a path says how its text is read, for comparison: the syntax and the place in a project that it tells, and its extension; all of it where the file has a reader of its own.
    /// </summary>
    /// <param name="path">A path with <c>/</c>.</param>
    public static string Of(string path)
    {
        if (_last is { } last && last.Path == path)
        {
            return last.Reading;
        }

        bool isOwn = CredentialFileMatcher.Reads(path) || ProductFileMatcher.IsState(path);
        string reading = isOwn ? path : $"{FileSyntaxes.Of(path)} {FilePlaces.Of(path)} {Extension(path)}";
        _last = (path, reading);
        return reading;
    }

    private static string Extension(string path)
    {
        int dot = path.LastIndexOf('.');
        return dot > path.LastIndexOf('/') ? path.Substring(dot).ToLowerInvariant() : "";
    }
}
