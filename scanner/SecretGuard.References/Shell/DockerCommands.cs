using SecretGuard.Inventories;
using SecretGuard.References.Sources;

namespace SecretGuard.References.Shell;

/// <summary>What builds of images are given: <c>docker build --secret id=npm,env=NPM_TOKEN</c>, as Docker's and Podman's references have it.</summary>
internal static class DockerCommands
{
    private const string Via = "docker build --secret";

    /// <summary>Reads a command.</summary>
    /// <param name="words">Its words.</param>
    /// <param name="from">The first behind its name.</param>
    /// <param name="add">Takes what it names.</param>
    public static void Read(IReadOnlyList<ShellWord> words, int from, CommandReference add)
    {
        var given = new ShellArguments(words, from, option => option is "secret" or "f" or "file" or "t" or "tag" or "build-arg" or "target" or "platform");
        if (given.Rest is not [{ Text: "build" }, ..] and not [{ Text: "buildx" or "image" }, { Text: "build" }, ..])
        {
            return;
        }

        foreach (ShellPiece secret in given.All("secret"))
        {
            var fields = TextParts.Split(secret.Text, ",").Select(part => part.Part.Split('=', 2)).Where(field => field.Length == 2).GroupBy(field => field[0], StringComparer.Ordinal)
                .ToDictionary(field => field.Key, field => field.First()[1], StringComparer.Ordinal);
            if (fields.GetValueOrDefault("id") is not { Length: > 0 } id)
            {
                continue;
            }

            SecretReference made = ReferenceOf.Secret(StoreTypes.DockerBuild, id, Via);
            SecretReference taken = (fields.GetValueOrDefault("src") ?? fields.GetValueOrDefault("source")) is { } file
                ? ReferenceOf.File(file, "secrets.file") : ReferenceOf.SecretVariable(fields.GetValueOrDefault("env") ?? id, SecretReference.ScriptVariable);
            add(taken, secret.Place, written: false, made);
        }
    }
}
