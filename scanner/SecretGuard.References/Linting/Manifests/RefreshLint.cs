using SecretGuard.Inventories;
using SecretGuard.References.Kubernetes;
using SecretGuard.References.Yaml;
using SecretGuard.Rules;
using SecretGuard.Text;

namespace SecretGuard.References.Linting.Manifests;

/// <summary>Secrets that are declared to change, and that a cluster fetches once or too seldom. Of several that one manifest fetches the most pressing is told.</summary>
internal sealed class RefreshLint : IRepositoryLint
{
    /// <summary>How often the operator asks where nothing is said.</summary>
    private static readonly TimeSpan Usual = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [ManifestRules.NeverRefreshed, ManifestRules.RefreshLate];

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        foreach ((Manifest manifest, IReadOnlyList<DeclaredEntry> entries) in DeclaredEntry.In(repository).Concat(DeclaredEntry.OfPatches(repository)))
        {
            DeclaredEntry[] changing = [.. entries.Where(entry => entry.Secret.Rotation is not null).OrderBy(entry => entry.Secret.Rotation!.Every ?? TimeSpan.MaxValue)];
            YamlValue policy = manifest.ExternalSpec["refreshPolicy"], interval = manifest.ExternalSpec["refreshInterval"];
            TimeSpan? span = interval.Text is null ? Usual : GoDuration.Parse(interval.Text);
            if (changing.Length == 0 || (interval.Text is null && policy.Text is not ("CreatedOnce" or "OnChange") && repository.IsPart(manifest)))
            {
                continue;
            }

            bool isNever = policy.Text == "CreatedOnce" || (policy.Text is null or "Periodic" && span == TimeSpan.Zero);
            if (isNever || (policy.Text == "OnChange" && changing[0].Secret.Rotation!.Every is not null))
            {
                YamlValue at = policy.Text is "CreatedOnce" or "OnChange" ? policy : interval;
                found.Add(ManifestRules.NeverRefreshed, at.Location, $"{manifest.Consumer} {changing[0].Secret.Id}",
                    $"'{changing[0].Secret.Id}' changes{Every(changing[0].Secret.Rotation!)} ({changing[0].Declared}), and with {(at == policy ? $"refreshPolicy {policy.Text}" : $"refreshInterval {interval.Text}")} the cluster keeps what it fetched first: pods go on with a value that stops working");
            }
            else if (policy.Text is null or "Periodic" && span is not null && Array.Find(changing, entry => IsLate(span.Value, entry.Secret.Rotation!)) is { } late)
            {
                RotationRule rotation = late.Secret.Rotation!;
                string limit = rotation.Grace > TimeSpan.Zero ? $"the old value may be gone {DeclaredTime.Count(rotation.Grace)} after that" : "by then the next one is due";
                found.Add(ManifestRules.RefreshLate, interval.Text is null ? manifest.NameLocation : interval.Location, $"{manifest.Consumer} {late.Secret.Id}",
                    $"'{late.Secret.Id}' changes{Every(rotation)} ({late.Declared}) and {limit}, but the cluster asks only every {interval.Text ?? "1h (nothing is said)"}");
            }
        }
    }

    private static bool IsLate(TimeSpan interval, RotationRule rotation) => (rotation.Grace > TimeSpan.Zero && interval > rotation.Grace) || interval >= rotation.Every;

    private static string Every(RotationRule rotation) => rotation.Every is { } every ? $" every {DeclaredTime.Count(every)}" : "";
}
