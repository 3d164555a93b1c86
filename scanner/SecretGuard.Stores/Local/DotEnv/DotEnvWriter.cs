using System.Text;

namespace SecretGuard.Stores.Local.DotEnv;

/// <summary>Sets a variable in the text of a <c>.env</c> file, and leaves all else as it is.</summary>
internal static class DotEnvWriter
{
    private const string Quotes = "\"'`";

    /// <summary>The text with the variable set to a value: in the line that counts, else in one of its own at the end.</summary>
    /// <returns>Null where neither reads back as the value.</returns>
    public static string? With(string text, string name, string value)
    {
        string written = Quoted(value), end = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        string appended = $"{text}{(text.Length == 0 || text[^1] == '\n' ? "" : end)}{name}={written}{end}";
        return new[] { InPlace(text, name, written), appended }.FirstOrDefault(after => after is not null && ReadsBack(after, name, value));
    }

    private static string? InPlace(string text, string name, string written)
    {
        DotEnvEntry entry = DotEnvReader.Read(text, out _).LastOrDefault(entry => entry.Name == name);
        if (entry.Name is null || entry.Span.Equals(default(Range)))
        {
            return null;
        }

        (int start, int length) = entry.Span.GetOffsetAndLength(text.Length);
        int quoted = start > 0 && start + length < text.Length && Quotes.Contains(text[start - 1], StringComparison.Ordinal) && text[start + length] == text[start - 1] ? 1 : 0;
        return string.Concat(text.AsSpan(0, start - quoted), written, text.AsSpan(start + length + quoted));
    }

    private static bool ReadsBack(string text, string name, string value) => DotEnvReader.Read(text, out _).LastOrDefault(entry => entry.Name == name) is { Name: not null } entry && entry.ValueIn(text) == value;

    /// <summary>The plainest way to write a value that every reader of such files takes for it.</summary>
    private static string Quoted(string value)
    {
        if (value.All(c => char.IsAsciiLetterOrDigit(c) || "-_./:+@=,".Contains(c, StringComparison.Ordinal)))
        {
            return value;
        }

        // Between single quotes nothing means anything else, but some readers know escapes of '\' and "'" there.
        if (!value.Any(c => c is '\'' or '\\' or '\r' or '\n' or '\t'))
        {
            return $"'{value}'";
        }

        var text = new StringBuilder("\"");
        foreach (char c in value)
        {
            text.Append(c switch { '\n' => "\\n", '\r' => "\\r", '\t' => "\\t", '"' => "\\\"", '\\' => "\\\\", '$' => "\\$", _ => c.ToString() });
        }

        return text.Append('"').ToString();
    }
}
