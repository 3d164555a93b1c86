using SecretGuard.Inventories;
using SecretGuard.References.Kubernetes;
using SecretGuard.References.Shell;
using SecretGuard.References.Yaml;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Manifests;

/// <summary>
/// Workloads that read a secret once, when they start, although it is declared to change: as a variable, or as a file that is mounted by <c>subPath</c>. Whatever looks as
/// if it restarted them counts: annotations of Reloader and its like, sums in the template, Vault's operator, <c>kubectl rollout restart</c> in a script.
/// </summary>
internal sealed class RestartLint : ILint, IRepositoryLint
{
    private const string Everything = "*";

    private static readonly string[] Running = ["Deployment", "StatefulSet", "DaemonSet", "Rollout"];

    /// <summary>Words in keys of annotations by which something restarts a workload, or by which its template changes with the secret.</summary>
    private static readonly string[] Restarting = ["reload", "checksum", "sha256", "hash", "auto-restart", "update-on-config-change"];

    /// <summary>Settings of Reloader by which it needs no annotations.</summary>
    private static readonly string[] ForAll = ["autoReloadAll: true", "--auto-reload-all=true"];

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [ManifestRules.RestartMissing];

    /// <inheritdoc/>
    public void Look(LintText text, LintFindings found)
    {
        if (Array.Exists(ForAll, setting => text.Source.Text.Contains(setting, StringComparison.Ordinal)))
        {
            found.Keep(text.Source, new Restarted(Everything));
        }

        if (!text.Source.Text.Contains("rollout", StringComparison.Ordinal))
        {
            return;
        }

        foreach (ShellCommand command in text.Commands)
        {
            string[] words = [.. command.Words.Select(word => word.Text)];
            int at = Array.IndexOf(words, "restart");
            if (at > 0 && words[at - 1] is "rollout" or "rollouts")
            {
                string[] named = [.. new ShellArguments(command.Words, at + 1, _ => true).Rest.Select(word => word.Text[(word.Text.LastIndexOf('/') + 1)..])];
                found.Keep(text.Source, new Restarted(named.Length == 0 ? Everything : named[^1]));
            }
        }
    }

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        if (!repository.Declaration.Secrets.Any(secret => secret.Rotation is not null))
        {
            return;
        }

        var restarted = new OpenNames<string>(repository.Kept<Restarted>().Select(one => one.Name).Concat(TargetsOfVault(repository)).Distinct(StringComparer.Ordinal), name => name);
        Manifest[] running = [.. repository.Manifests.Where(manifest => Running.Contains(manifest.Kind, StringComparer.Ordinal))];
        ILookup<string, Manifest> marked = running.Concat(repository.Patched).Where(IsRestarted).ToLookup(manifest => manifest.Consumer, StringComparer.Ordinal);
        foreach (Manifest manifest in running)
        {
            // A patch and the object that it changes have the annotations of both.
            if (PodTemplate.Of(manifest) is not { } pod || restarted.MayHave(manifest.Name) || IsRestarted(manifest)
                || marked[manifest.Consumer].Any(other => repository.IsPart(manifest) || repository.IsPart(other)))
            {
                continue;
            }

            HashSet<string> parts = [.. pod.Containers.SelectMany(container => container["volumeMounts"].Items).Where(mount => mount["subPath"].Text is not null).Select(mount => mount.TextOf("name") ?? "")];
            foreach (PodSecret use in pod.Secrets().Where(use => use.Variable is not null || (use.Volume is not null && parts.Contains(use.Volume))))
            {
                if (Changing(use, manifest, repository) is { } secret)
                {
                    string every = secret.Rotation!.Every is { } span ? $" every {DeclaredTime.Count(span)}" : "";
                    found.Add(ManifestRules.RestartMissing, use.At.Location, $"{manifest.Consumer} {use.Name}",
                        $"'{secret.Id}' changes{every} ({secret.Location.Path}:{secret.Location.StartLine}), and {(use.Variable is null ? "a file mounted by subPath" : "a variable")} keeps the value with which the pod started: nothing here restarts it");
                    break;
                }
            }
        }
    }

    /// <summary>A declared secret that changes and ends up in what a pod reads once; null where none does.</summary>
    private static DeclaredSecret? Changing(PodSecret use, Manifest manifest, LintRepository repository) => repository.Secrets.FillersOf(use.Name, manifest.Namespace)
        .Where(filler => filler.Source is not null && (use.Key is null || filler.Key is null || OpenName.MayBeSame(filler.Key, use.Key)))
        .SelectMany(filler => repository.Names.Meant(filler.Source!, filler.Location.Path)).FirstOrDefault(secret => secret.Rotation is not null);

    private static bool IsRestarted(Manifest manifest) => IsRestarted(manifest.Root["metadata", "annotations"]) || (PodTemplate.Of(manifest) is { } pod && IsRestarted(pod.Metadata["annotations"]));

    private static bool IsRestarted(YamlValue annotations) => annotations.Members.Any(annotation => annotation.Key.Text is { } key && Array.Exists(Restarting, word => key.Contains(word, StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<string> TargetsOfVault(LintRepository repository) =>
        repository.Manifests.Where(manifest => manifest.Kind == "VaultStaticSecret").SelectMany(manifest => manifest.Spec["rolloutRestartTargets"].Items).Select(target => target.TextOf("name") ?? Everything);

    /// <summary>A workload that a script restarts.</summary>
    private sealed record Restarted(string Name);
}
