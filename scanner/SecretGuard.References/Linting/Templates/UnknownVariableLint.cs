using SecretGuard.Inventories;
using SecretGuard.References.Docker;
using SecretGuard.References.EnvironmentFiles;
using SecretGuard.References.Shell;
using SecretGuard.Rules;
using SecretGuard.Text;

namespace SecretGuard.References.Linting.Templates;

/// <summary>
/// Secret variables of templates that nothing in the repository sets, where it sets those beside them, or one of nearly the same name that nobody uses. Where variables
/// come from is often not to be seen in a repository: then nothing is told.
/// </summary>
internal sealed class UnknownVariableLint : ILint, IRepositoryLint
{
    private const int FewestKnown = 2;
    private const int MostLikely = 100; // that are offered instead

    /// <summary>Flux fills manifests with what is in the cluster.</summary>
    private const string Substituted = "substituteFrom:";

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [TemplateRules.VariableUnknown];

    /// <inheritdoc/>
    public void Look(LintText text, LintFindings found)
    {
        HashSet<string> set = new(StringComparer.Ordinal), handedOn = new(StringComparer.Ordinal);
        SetNames.Add(text.Source, set, handedOn);
        if (set.Count + handedOn.Count + text.Variables.Count > 0)
        {
            bool isTemplate = !LocalFiles.IsOne(text) && !ShellExtractor.IsScript(text.Source) && !DockerfileExtractor.IsDockerfile(text.Source) && !SecretFiles.IsEnvironment(text.Source.FileName);
            found.Keep(text.Source, new Names(text.Source.Path, set, handedOn, text.Variables) { IsTemplate = isTemplate, IsCompose = TemplateVariables.IsCompose(text.Source), IsOpen = text.Source.Text.Contains(Substituted, StringComparison.Ordinal) });
        }
    }

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        Names[] texts = [.. repository.Kept<Names>()];
        if (!repository.IsWhole || !Array.Exists(texts, text => text.IsTemplate && text.Used.Any(IsAsked)))
        {
            return;
        }

        HashSet<string> set = [.. texts.SelectMany(text => text.Set), .. repository.Declaration.Secrets.SelectMany(DeclaredVariables.Of)];
        HashSet<string> handedOn = [.. texts.SelectMany(text => text.HandedOn)];
        HashSet<string> used = [.. texts.SelectMany(text => text.Used).Select(variable => variable.Name), .. handedOn];
        var idle = new Slips(set.Where(name => !used.Contains(name)).Order(StringComparer.Ordinal));
        string[] likely = [.. idle.Names.Where(SecretSettings.IsOne).Take(MostLikely)];
        bool isOpen = Array.Exists(texts, text => text.IsOpen) || repository.Records.Any(record => record.Provides is { Store: StoreTypes.Environment } provided && provided.Name.EndsWith('*'));
        foreach (Names text in texts.Where(text => text.IsTemplate))
        {
            bool IsKnown(string name) => set.Contains(name) || (!text.IsCompose && handedOn.Contains(name));
            string[] names = [.. text.Used.Where(variable => variable.IsOfEnvironment).Select(variable => variable.Name).Distinct(StringComparer.Ordinal)];
            int known = names.Count(IsKnown);
            bool isUsual = known >= FewestKnown && (known > names.Length - known || IsListed(text, names, texts)) && (text.IsCompose || !isOpen);
            foreach (TemplateVariable variable in text.Used.Where(variable => IsAsked(variable) && !IsKnown(variable.Name)).DistinctBy(variable => variable.Name, StringComparer.Ordinal))
            {
                bool isSecret = SecretSettings.IsOne(variable.Name);
                string[] slips = [.. idle.Near(variable.Name).Where(name => isSecret || SecretSettings.IsOne(name))];
                if ((isSecret && isUsual) || slips.Length > 0)
                {
                    string hint = NearestName.Hint(variable.Name, slips.Length > 0 ? slips : likely);
                    string follows = text.IsCompose ? variable.IsDemanded ? "Compose does not start anything" : "Compose puts an empty text there" : "what reads it fails, or goes on with the name itself";
                    string others = isUsual ? $", where {known} other variables of this file are set" : "";
                    found.Add(TemplateRules.VariableUnknown, variable.Location, variable.Name, $"no file of variables, manifest or pipeline here sets it{others}: {follows}{hint}");
                }
            }
        }
    }

    /// <summary>Whether a template of the <c>.env</c> beside a file of Compose lists what it is filled with: then what is not in it is missing, however much that is.</summary>
    private static bool IsListed(Names text, string[] names, Names[] texts) => text.IsCompose
        && Array.Exists(texts, other => other.Folder == text.Folder && EnvironmentTemplateExtractor.IsTemplate(other.FileName) && names.Count(other.Set.Contains) >= FewestKnown);

    /// <summary>Whether somebody must set a variable: one without a default.</summary>
    private static bool IsAsked(TemplateVariable variable) => variable.IsBraced && variable.IsOfEnvironment && (variable.Sign.Length == 0 || variable.IsDemanded);

    /// <summary>What a text says of variables.</summary>
    /// <param name="Path">Its file.</param>
    /// <param name="Set">Those that it sets.</param>
    /// <param name="HandedOn">Those that it sets to what they are.</param>
    /// <param name="Used">Those that it is filled with.</param>
    private sealed record Names(string Path, HashSet<string> Set, HashSet<string> HandedOn, IReadOnlyList<TemplateVariable> Used)
    {
        public string Folder => Path[..^FileName.Length];

        public string FileName => Path[(Path.LastIndexOf('/') + 1)..];

        /// <summary>Whether what fills it may be looked for: no script, and no file for one machine.</summary>
        public bool IsTemplate { get; init; }

        /// <summary>Whether it is a file of Compose: what its services are given does not fill the file itself.</summary>
        public bool IsCompose { get; init; }

        /// <summary>Whether it says that others are filled with what is not in the repository.</summary>
        public bool IsOpen { get; init; }
    }
}
