using System.Text;

namespace SecretGuard.Rules.Checksums;

/// <summary>Reads the names of the members of a small JSON object. Not a validating parser: enough to tell an issuer's payload from noise.</summary>
internal static class JsonKeys
{
    /// <summary>The names at the top level, or null where the text is not one balanced object.</summary>
    public static IReadOnlyList<string>? Read(ReadOnlySpan<byte> json)
    {
        if (json.Length < 2 || json[0] != '{' || json[json.Length - 1] != '}')
        {
            return null;
        }

        var keys = new List<string>();
        int depth = 0;
        for (int i = 0; i < json.Length; i++)
        {
            byte c = json[i];
            if (c == '"')
            {
                int end = StringEnd(json, i + 1);
                if (end < 0)
                {
                    return null;
                }

                if (depth == 1 && IsName(json, end + 1))
                {
                    keys.Add(Encoding.UTF8.GetString(json.Slice(i + 1, end - i - 1).ToArray()));
                }

                i = end;
                continue;
            }

            depth += c is (byte)'{' or (byte)'[' ? 1 : c is (byte)'}' or (byte)']' ? -1 : 0;
            if (c is < 0x20 or >= 0x7F || (depth == 0 && i + 1 < json.Length))
            {
                return null;
            }
        }

        return depth == 0 ? keys : null;
    }

    private static int StringEnd(ReadOnlySpan<byte> json, int from)
    {
        for (int i = from; i < json.Length; i++)
        {
            if (json[i] < 0x20)
            {
                return -1;
            }

            if (json[i] == '"')
            {
                return i;
            }

            i += json[i] == '\\' ? 1 : 0;
        }

        return -1;
    }

    private static bool IsName(ReadOnlySpan<byte> json, int at)
    {
        at = AsciiText.SkipSpaces(json, at, json.Length);

        return at < json.Length && json[at] == ':';
    }
}
