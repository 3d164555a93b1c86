using SecretGuard.Detection.Values;
using SecretGuard.References.Compose;
using SecretGuard.References.Yaml;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Pipelines;

/// <summary>Secrets that services of Compose are given by their values. Examples and tests are left alone, and so are documents.</summary>
internal sealed class ComposeLiteralLint : ILint
{
    private const string Follows = "the value is in the repository, and 'docker inspect' shows it; 'secrets:' hands over a file, '${NAME:?}' what the environment has";

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [PipelineRules.ComposeLiteral];

    /// <inheritdoc/>
    public void Look(LintText text, LintFindings found)
    {
        if (!text.Source.IsYaml || !text.Source.Text.Contains("environment:", StringComparison.Ordinal) || !ComposeExtractor.MayBe(text.Source) || text.IsDocumentation || FilePlaces.Of(text.Source.Path) != FilePlace.Ordinary)
        {
            return;
        }

        // Services that take over what another one has are given the same lines.
        foreach ((YamlValue service, YamlValue environment) in text.Roots.SelectMany(root => root["services"].Members).Select(service => (service.Key, service.Value["environment"])).DistinctBy(one => one.Item2))
        {
            foreach ((YamlValue name, YamlValue value) in environment.Members.Where(member => member.Key.Text is { } name && ReferenceOf.KeySaysSecret(name) && LiteralValue.Is(member.Value.Text)))
            {
                found.Add(PipelineRules.ComposeLiteral, name.Location, $"{service.Text} {name.Text}", Follows);
            }

            foreach (YamlValue item in environment.Items.Where(item => item.Text is not null))
            {
                int equals = item.Text!.IndexOf('=', StringComparison.Ordinal);
                if (equals > 0 && ReferenceOf.KeySaysSecret(item.Text[..equals]) && LiteralValue.Is(item.Text[(equals + 1)..]))
                {
                    found.Add(PipelineRules.ComposeLiteral, item.Place(0, equals), $"{service.Text} {item.Text[..equals]}", Follows);
                }
            }
        }
    }
}
