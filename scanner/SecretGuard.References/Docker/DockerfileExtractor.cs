using System.Text.RegularExpressions;
using SecretGuard.Inventories;
using SecretGuard.References.Sources;

namespace SecretGuard.References.Docker;

/// <summary>Files that images are built from: secrets that a step mounts, and arguments and variables that are secret by their names and get their values elsewhere.</summary>
internal sealed class DockerfileExtractor : IExtractor
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase;

    private static readonly Regex Environment = new(@"--mount=\S*[=,]env=(?<name>[A-Za-z_]\w*)", Options);
    private static readonly Regex Argument = new(@"(?:^|\s)(?<name>[A-Za-z_]\w*)(?<value>=\S*)?", Options);

    /// <inheritdoc/>
    public string Name => "dockerfile";

    /// <inheritdoc/>
    public bool MayRead(SourceText source) =>
        IsDockerfile(source)
        && (source.Text.Contains("--mount=", StringComparison.Ordinal) || source.Text.Contains("RUN", StringComparison.OrdinalIgnoreCase) || source.Text.Contains("ARG", StringComparison.OrdinalIgnoreCase) || source.Text.Contains("ENV", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a text is one, by its path or by what its fence says.</summary>
    public static bool IsDockerfile(SourceText source) => source.Language is "dockerfile" or "docker" or "containerfile" || IsNamed(source.FileName);

    /// <inheritdoc/>
    public void Read(SourceText source, Extraction found)
    {
        var given = new HashSet<string>(StringComparer.Ordinal); // variables of a step that the file itself accounts for
        foreach (DockerInstruction instruction in DockerInstruction.In(source))
        {
            (string name, string text, int at, int word) = instruction;
            switch (name)
            {
                case "RUN":
                    ReadMounts(source, found, text, at);
                    given.UnionWith(Environment.Matches(text).Select(match => match.Groups["name"].Value));
                    RunScript.Read(source, found, at, word, at + text.Length, given);
                    break;
                case "ARG":
                    given.UnionWith(Names(text, word));
                    ReadArguments(source, found, text, at, word);
                    break;
                case "ENV":
                    given.UnionWith(Names(text, word));
                    ReadVariables(source, found, text, at, word);
                    break;
            }
        }
    }

    private static IEnumerable<string> Names(string instruction, int from) => Argument.Matches(instruction[from..]).Select(match => match.Groups["name"].Value);

    private static bool IsNamed(string name) =>
        name is "Dockerfile" or "Containerfile" || name.StartsWith("Dockerfile.", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".dockerfile", StringComparison.OrdinalIgnoreCase);

    /// <summary><c>--mount=type=secret,id=npm,env=NPM_TOKEN,required=true</c>: a file in <c>/run/secrets</c> unless something else is said.</summary>
    private static void ReadMounts(SourceText source, Extraction found, string instruction, int at)
    {
        foreach (DockerMount mount in DockerMount.In(instruction).Where(mount => mount.Type == "secret"))
        {
            if (mount.Id is not { } id)
            {
                continue;
            }

            bool required = mount.Fields.TryGetValue("required", out (string Value, int Start) said) && said.Value == "true";
            SecretReference provided = mount.Variable is { } variable ? ReferenceOf.SecretVariable(variable, "mount") : ReferenceOf.File(mount.SecretFile!, "mount");
            found.Add(ReferenceOf.Secret(StoreTypes.DockerBuild, id.Value, "RUN --mount") with { IsOptional = !required }, source.At(at + id.Start, id.Value.Length), source.Path, provided);
        }
    }

    /// <summary>Arguments without a value are given to the build, and stay in the image's history.</summary>
    private static void ReadArguments(SourceText source, Extraction found, string instruction, int at, int from)
    {
        foreach (Match match in Argument.Matches(instruction[from..]))
        {
            Group name = match.Groups["name"];
            if (ReferenceOf.SaysSecret(name.Value) && match.Groups["value"].Value.Trim('=', '"', '\'').Length == 0)
            {
                found.Add(Given(name.Value, "ARG"), source.At(at + from + name.Index, name.Length), source.Path);
            }
        }
    }

    /// <summary>Variables without a value are to be given when it runs; those of an argument hand it on.</summary>
    private static void ReadVariables(SourceText source, Extraction found, string instruction, int at, int from)
    {
        foreach (Match match in Argument.Matches(instruction[from..]).Where(match => match.Groups["value"].Success))
        {
            Group name = match.Groups["name"], value = match.Groups["value"];
            if (!ReferenceOf.SaysSecret(name.Value))
            {
                continue;
            }

            if (value.Value.Trim('=', '"', '\'').Length == 0)
            {
                found.Add(ReferenceOf.Variable(name.Value, "ENV"), source.At(at + from + name.Index, name.Length), source.Path);
            }

            foreach (Interpolation argument in Interpolation.In(value.Value))
            {
                found.Add(Given(argument.Name, "ENV") with { IsOptional = argument.IsOptional }, source.At(at + from + value.Index + argument.Start, argument.Name.Length), source.Path, ReferenceOf.SecretVariable(name.Value, "ENV"));
            }
        }
    }

    private static SecretReference Given(string name, string via) => new(StoreTypes.DockerBuild, ReferenceKinds.Variable, name) { IsSecret = true, Via = via };
}
