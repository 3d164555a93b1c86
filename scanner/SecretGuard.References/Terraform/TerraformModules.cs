using SecretGuard.References.Sources;

namespace SecretGuard.References.Terraform;

/// <summary>A file of Terraform, or of values for its variables.</summary>
/// <param name="Extractor">Who joins it.</param>
/// <param name="Path">The file.</param>
/// <param name="File">What it says.</param>
internal sealed record TerraformDraft(IJointExtractor Extractor, string Path, HclBlock File) : FileDraft(Extractor, Path)
{
    /// <summary>How a file of values ends.</summary>
    public const string ValuesEnd = ".tfvars";

    /// <summary>Whether it gives values to variables.</summary>
    public bool IsValues => Path.EndsWith(ValuesEnd, StringComparison.Ordinal);

    /// <summary>Whether Terraform reads these values without being told to.</summary>
    public static bool IsReadAlways(string path) => path.EndsWith(".auto" + ValuesEnd, StringComparison.Ordinal) || path == "terraform" + ValuesEnd || path.EndsWith("/terraform" + ValuesEnd, StringComparison.Ordinal);
}

/// <summary>
/// The files of each folder, which Terraform reads as one. A variable is what the files that Terraform reads by itself and all calls of the module give it, where these say
/// one text; else, and where a file may be handed over by whoever deploys, it is not known. Only one that nobody gives anything has its default.
/// </summary>
internal sealed class TerraformModules
{
    private readonly ILookup<string, HclBlock> _blocks; // by folder
    private readonly Dictionary<string, Dictionary<string, string?>> _given = new(StringComparer.Ordinal); // by folder and variable; null where it may be several

    /// <summary>Takes in all files of a repository.</summary>
    public TerraformModules(IReadOnlyList<TerraformDraft> files)
    {
        TerraformDraft[] code = [.. files.Where(file => !file.IsValues)];
        _blocks = code.SelectMany(file => file.File.Blocks.Select(block => (file.Folder, Block: block))).ToLookup(one => one.Folder, one => one.Block, StringComparer.Ordinal);
        ModuleInput[] inputs = [.. ModuleInput.In([.. _blocks.SelectMany(folder => folder.Select(block => (folder.Key, block)))], files.Where(file => file.IsValues).Select(file => (file.Path, file.File)))];
        foreach (ModuleInput input in inputs.Where(input => !input.IsCall))
        {
            foreach (string variable in input.Variables)
            {
                Give(input.Folder, variable, input.IsRead ? TextOf(input.Given[variable]) : null);
            }
        }

        foreach (IGrouping<string, ModuleInput> calls in inputs.Where(input => input.IsCall).GroupBy(input => input.Folder, StringComparer.Ordinal))
        {
            foreach (string variable in calls.SelectMany(call => call.Variables).Distinct(StringComparer.Ordinal))
            {
                string?[] texts = [.. calls.Select(call => TextOf(call.Given[variable])).Distinct(StringComparer.Ordinal).Take(2)];
                Give(calls.Key, variable, texts is [var only] ? only : null);
            }
        }
    }

    /// <summary>The blocks of each folder, and what their expressions are known to be.</summary>
    public IEnumerable<(IReadOnlyList<HclBlock> Blocks, HclScope Scope)> All =>
        _blocks.Select(folder => ((IReadOnlyList<HclBlock>)[.. folder], new HclScope([.. folder], _given.GetValueOrDefault(folder.Key))));

    private void Give(string folder, string variable, string? text)
    {
        Dictionary<string, string?> given = _given.TryGetValue(folder, out Dictionary<string, string?>? known) ? known : _given[folder] = new(StringComparer.Ordinal);
        given[variable] = !given.TryGetValue(variable, out string? other) || other == text ? text : null;
    }

    private static string? TextOf(HclValue? value) => value?.Template is { IsOpen: true } ? null : value?.Text;
}
