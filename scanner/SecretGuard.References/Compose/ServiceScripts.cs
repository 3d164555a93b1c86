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
        IReadOnlyList<string> secrets = [.. Secrets(service["environment"])];
        YamlValue entry = service["entrypoint"], command = service["command"], test = service["healthcheck", "test"];
        if (entry.Text is null && command.Text is null)
        {
            ReadList([.. entry.Items, .. command.Items], secrets, found);
        }
        else
        {
            ReadEither(entry, secrets, found);
            ReadEither(command, secrets, found);
        }

        YamlValue[] words = [.. test.Items.Skip(1)];
        if (test.Items is [{ Text: "CMD-SHELL" }, ..] && words is [{ Text: not null } script, ..])
        {
            ReadText(script, secrets, found);
        }
        else if (test.Text is not null)
        {
            ReadText(test, secrets, found);
        }
        else
        {
            ReadList(words, secrets, found);
        }
    }

    private static void ReadEither(YamlValue value, IReadOnlyList<string> secrets, Extraction found)
    {
        if (value.Text is not null)
        {
            ReadText(value, secrets, found);
        }
        else
        {
            ReadList(value.Items, secrets, found);
        }
    }

    private static void ReadText(YamlValue value, IReadOnlyList<string> secrets, Extraction found) =>
        ShellExtractor.ReadCommands(CommandList.Changed(value.Inner(), InScript).As("bash", Holder, secrets), found);

    private static void ReadList(IReadOnlyList<YamlValue> words, IReadOnlyList<string> secrets, Extraction found)
    {
        if (CommandList.Script(words, InScript, InWord) is { } script)
        {
            ShellExtractor.ReadCommands(script.As("bash", Holder, secrets), found);
        }
    }

    /// <summary>The variables of secret names that a service has: a mapping, or entries <c>NAME=value</c> and <c>NAME</c>.</summary>
    private static IEnumerable<string> Secrets(YamlValue environment) => environment.Members.Select(member => member.Value.Text is "" ? null : member.Key.Text)
        .Concat(environment.Items.Select(item => item.Text is { } text && !text.EndsWith('=') ? text.Split('=')[0] : null)).OfType<string>().Where(ReferenceOf.SaysSecret);

    /// <summary>Two signs are one that Compose leaves to the shell.</summary>
    private static string InScript(string text) => text.Replace("$$", " $", StringComparison.Ordinal);

    private static string InWord(string text) => text.Replace("$$", "__", StringComparison.Ordinal);
}
