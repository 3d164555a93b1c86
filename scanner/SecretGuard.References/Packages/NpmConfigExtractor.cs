using SecretGuard.Inventories;
using SecretGuard.References.Sources;

namespace SecretGuard.References.Packages;

/// <summary><c>.npmrc</c> and <c>.yarnrc.yml</c>: the variables that they are filled with. npm puts nothing in for one that is not set, so the sign of a fallback says more than its absence.</summary>
internal sealed class NpmConfigExtractor : IExtractor
{
    private static readonly string[] Credentials = ["_auth", "_password", "npmauth"]; // npm's and Yarn's

    /// <inheritdoc/>
    public string Name => "npmrc";

    /// <inheritdoc/>
    public bool MayRead(SourceText source) => source.FileName is ".npmrc" or ".yarnrc.yml" or ".pnpmrc" && source.Text.Contains("${", StringComparison.Ordinal);

    /// <inheritdoc/>
    public void Read(SourceText source, Extraction found)
    {
        foreach ((string line, int start) in TextParts.Split(source.Text, "\n"))
        {
            int equals = line.IndexOfAny(['=', ' ']);
            if (line[0] is '#' or ';' || equals < 0)
            {
                continue;
            }

            bool isCredential = Array.Exists(Credentials, word => line[..equals].Contains(word, StringComparison.OrdinalIgnoreCase));
            foreach (Interpolation variable in Interpolation.In(line).Where(variable => line[variable.Start - 1] == '{'))
            {
                SecretReference reference = ReferenceOf.Variable(variable.Name, Name, variable.IsOptional);
                found.Add(reference with { IsSecret = reference.IsSecret || isCredential }, source.At(start + variable.Start, variable.Name.Length), "");
            }
        }
    }
}
