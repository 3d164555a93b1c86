using System.Text.RegularExpressions;
using SecretGuard.Inventories;
using SecretGuard.References.Kubernetes;
using SecretGuard.References.Sources;

namespace SecretGuard.References.VaultTemplates;

/// <summary>Templates of Vault's agent and of consul-template, in files of their own or within the agent's configuration.</summary>
internal sealed class VaultTemplateExtractor : IExtractor
{
    private static readonly Regex Sign = new("""\{\{[^{}]*\bsecret\s+\\?["`]""", RegexOptions.NonBacktracking);

    /// <inheritdoc/>
    public string Name => "vault-template";

    /// <inheritdoc/>
    public bool MayRead(SourceText source) =>
        (source.HasEnd(".ctmpl", ".tpl", ".tmpl", ".hcl", ".template") || source.Language is "hcl" or "gotmpl" or "gotemplate" or "ctmpl" || (source is { IsFenced: true, IsGuess: true } && !KubernetesExtractor.HasObjects(source)))
        && IsOne(source.Text);

    /// <summary>Whether a text holds such a template.</summary>
    public static bool IsOne(string text) => Sign.IsMatch(text);

    /// <inheritdoc/>
    public void Read(SourceText source, Extraction found)
    {
        foreach (VaultTemplate secret in VaultTemplate.In(source.Text))
        {
            found.Add(secret.Reference, source.At(secret.Start, secret.Length), "");
        }
    }
}
