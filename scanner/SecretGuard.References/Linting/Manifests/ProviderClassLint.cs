using SecretGuard.Inventories;
using SecretGuard.References.Kubernetes;
using SecretGuard.References.Yaml;
using SecretGuard.Rules;
using SecretGuard.Text;

namespace SecretGuard.References.Linting.Manifests;

/// <summary>Classes that pods name and nobody declares, and classes that nobody mounts although pods use the secret that they are to make.</summary>
internal sealed class ProviderClassLint : IRepositoryLint
{
    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [ManifestRules.ClassNotMounted, ManifestRules.ClassUnknown];

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        Manifest[] classes = [.. repository.Manifests.Where(manifest => manifest.Kind == "SecretProviderClass" && manifest.Name.Length > 0)];
        if (classes.Length == 0)
        {
            return;
        }

        InventoryRecord[] mounts = [.. repository.Unresolved.Where(record => record.Reference.Kind == ReferenceKinds.ProviderClass)];
        var mentioned = new OpenNames<string>(repository.Kept<ClassMention>().Select(mention => mention.Name).Distinct(StringComparer.Ordinal), name => name);
        var known = new OpenNames<Manifest>(classes, one => one.Name);
        Manifest[] unmounted = [.. classes.Where(one => !OpenName.IsOpen(one.Name) && !mentioned.MayHave(one.Name))];
        foreach (InventoryRecord mount in mounts.Where(mount => !OpenName.IsOpen(mount.Reference.Name)))
        {
            LookAtMount(mount, [.. known.Of(mount.Reference.Name)], unmounted, repository, found);
        }

        foreach ((Manifest manifest, YamlValue name) in unmounted.SelectMany(one => one.Spec["secretObjects"].Items.Select(secret => (one, secret["secretName"]))).Where(made => made.Item2.Text is { } text && !OpenName.IsOpen(text)))
        {
            if (repository.Secrets.FillersOf(name.Text!, manifest.Namespace).Any(filler => filler.Consumer != manifest.Consumer) || repository.Secrets.MayBeFilledByTemplate(name.Text!, manifest.Namespace))
            {
                continue;
            }

            if (repository.Secrets.UsersOf(name.Text!, manifest.Namespace).FirstOrDefault() is { } user)
            {
                found.Add(ManifestRules.ClassNotMounted, name.Location, $"{manifest.Consumer} {name.Text}",
                    $"'{name.Text}' is made when a pod mounts the class, and none here does: {user.Consumer} ({user.Location.Path}:{user.Location.StartLine}) waits for it");
            }
        }
    }

    private static void LookAtMount(InventoryRecord mount, Manifest[] named, Manifest[] unmounted, LintRepository repository, LintFindings found)
    {
        string? why = null;
        if (named.Length == 0 && NearestName.Find(mount.Reference.Name, unmounted.Select(one => one.Name)) is { } near)
        {
            why = $"no SecretProviderClass here is called '{mount.Reference.Name}'; did you mean '{near}', which nothing mounts?";
        }
        else if (named.Length > 0 && mount.Reference.Address is { } space && !OpenName.IsOpen(space) && Array.TrueForAll(named, one => repository.Namespaces.Of(one) is { } own && own != space))
        {
            why = $"'{mount.Reference.Name}' is in namespace '{named[0].Namespace}' and serves no other; this pod is in '{space}'";
        }

        if (why is not null)
        {
            found.Add(ManifestRules.ClassUnknown, mount.Location, $"{mount.Consumer} {mount.Reference.Name}", $"the pod does not start: {why}");
        }
    }
}
