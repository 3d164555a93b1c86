using System.Text;
using System.Text.Json;

namespace SecretGuard.Cli.Sources.Archives;

/// <summary>
/// What a container image's configuration (OCI image specification, <c>config.md</c>) says, written as the Dockerfile that would say it:
/// one after the other, and without JSON's escapes, variables and commands are found by the rules made for them.
/// </summary>
internal static class ImageConfiguration
{
    /// <summary>The file's name in reports.</summary>
    public const string Name = "Dockerfile";

    private static readonly string[] ShellPrefixes = ["/bin/sh -c #(nop) ", "/bin/sh -c "];

    /// <summary>The lines as UTF-8, or null where the text is no image configuration.</summary>
    public static byte[]? TryRead(ReadOnlyMemory<byte> text)
    {
        if (text.IsEmpty || text.Span[0] != '{')
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            JsonElement root = document.RootElement;
            bool isConfiguration = root.TryGetProperty("config", out _) && (root.TryGetProperty("rootfs", out _) || root.TryGetProperty("container_config", out _));
            return isConfiguration ? Encoding.UTF8.GetBytes(Write(root)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Write(JsonElement root)
    {
        var lines = new List<string>();
        Add(root, "", lines);

        // The history repeats what is set: told once is enough.
        return string.Join('\n', lines.Distinct(StringComparer.Ordinal)) + "\n";
    }

    private static void Add(JsonElement element, string name, List<string> lines)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    Add(property.Value, name is "Labels" ? $"{name} {property.Name}" : property.Name, lines);
                }

                break;
            case JsonValueKind.Array when name is "Cmd" or "Entrypoint" or "Shell" or "Test":
                lines.Add($"CMD {string.Join(' ', element.EnumerateArray())}");
                break;
            case JsonValueKind.Array:
                foreach (JsonElement item in element.EnumerateArray())
                {
                    Add(item, name, lines);
                }

                break;
            case JsonValueKind.String:
                lines.Add(Line(name, element.GetString()!));
                break;
            default:
                break;
        }
    }

    private static string Line(string name, string value) => name switch
    {
        "Env" => $"ENV {value}",
        "created_by" => Step(value),
        "OnBuild" => $"ONBUILD {value}",
        _ when name.StartsWith("Labels ", StringComparison.Ordinal) => $"LABEL {name[7..]}={value}",
        _ => $"# {name}: {value}",
    };

    /// <summary>A step of the build: the classic builder writes the instruction behind a mark, BuildKit writes it as it was.</summary>
    private static string Step(string value)
    {
        string? prefix = Array.Find(ShellPrefixes, prefix => value.StartsWith(prefix, StringComparison.Ordinal));
        string step = prefix is null ? value : value[prefix.Length..].Trim();
        return prefix == ShellPrefixes[0] || StartsWithInstruction(step) ? step : $"RUN {step}";
    }

    private static bool StartsWithInstruction(string step) =>
        step.AsSpan().IndexOf(' ') is > 2 and < 12 and var end && step.AsSpan(0, end).IndexOfAnyExceptInRange('A', 'Z') < 0;
}
