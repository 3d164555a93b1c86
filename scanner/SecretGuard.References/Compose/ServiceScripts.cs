using SecretGuard.References.Shell;
using SecretGuard.References.Sources;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Compose;

/// <summary>What a service of Compose runs: <c>entrypoint</c>, <c>command</c> and the test of its health. A text is split as a shell splits it; a list is not.</summary>
internal static class ServiceScripts
{
    /// <summary>How scripts are marked that it runs.</summary>
    public const string Holder = "compose";

    /// <summary>Reads the scripts of a service.</summary>
    public static void Read(YamlValue service, Extraction found)
    {
        YamlValue entry = service["entrypoint"], command = service["command"], test = service["healthcheck", "test"];
        if (entry.Text is null && command.Text is null)
        {
            ReadList([.. entry.Items, .. command.Items], found);
        }
        else
        {
            ReadEither(entry, found);
            ReadEither(command, found);
        }

        YamlValue[] words = [.. test.Items.Skip(1)];
        if (test.Items is [{ Text: "CMD-SHELL" }, ..] && words is [{ Text: not null } script, ..])
        {
            ReadText(script, found);
        }
        else if (test.Text is not null)
        {
            ReadText(test, found);
        }
        else
        {
            ReadList(words, found);
        }
    }

    private static void ReadEither(YamlValue value, Extraction found)
    {
        if (value.Text is not null)
        {
            ReadText(value, found);
        }
        else
        {
            ReadList(value.Items, found);
        }
    }

    private static void ReadText(YamlValue value, Extraction found) =>
        ShellExtractor.ReadCommands(CommandList.Changed(value.Inner(), InScript).As("bash", Holder), found);

    private static void ReadList(IReadOnlyList<YamlValue> words, Extraction found)
    {
        if (CommandList.Script(words, InScript, InWord) is { } script)
        {
            ShellExtractor.ReadCommands(script.As("bash", Holder), found);
        }
    }

    /// <summary>Two signs are one that Compose leaves to the shell.</summary>
    private static string InScript(string text) => text.Replace("$$", " $", StringComparison.Ordinal);

    private static string InWord(string text) => text.Replace("$$", "__", StringComparison.Ordinal);
}
