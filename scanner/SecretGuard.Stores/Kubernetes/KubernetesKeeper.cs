using System.Text.Json;
using SecretGuard.Stores.Http;

namespace SecretGuard.Stores.Kubernetes;

/// <summary>Says why a Secret is not to be written over: somebody else keeps it, and would write over that, or the cluster lets nobody. Of labels and annotations only is looked whether they are there.</summary>
internal static class KubernetesKeeper
{
    private const string ManagedBy = "app.kubernetes.io/managed-by";

    /// <summary>Who deploys a Secret as a file has it, and can be told to leave its values alone, by the word for it.</summary>
    private static readonly Dictionary<string, string> Deployers = new(StringComparer.Ordinal) { ["Argo CD"] = "argo-cd", ["Flux"] = "flux", ["Helm"] = "helm" };

    /// <summary>What keepers leave on their Secrets; a null stands for any text.</summary>
    private static readonly (string Part, string Name, string? Text, string Keeper)[] Marks =
    [
        ("labels", "reconcile.external-secrets.io/managed", null, "the External Secrets operator"),
        ("labels", "reconcile.external-secrets.io/created-by", null, "the External Secrets operator"),
        ("annotations", "reconcile.external-secrets.io/data-hash", null, "the External Secrets operator"),
        ("annotations", "sealedsecrets.bitnami.com/managed", null, "the Sealed Secrets controller"),
        ("labels", "secrets-store.csi.k8s.io/managed", null, "the Secrets Store CSI driver"),
        ("labels", ManagedBy, "hashicorp-vso", "the Vault Secrets operator"),
        ("annotations", "operator.1password.io/item-path", null, "the 1Password operator"),
        ("annotations", "cert-manager.io/certificate-name", null, "cert-manager"),
        ("annotations", "reflector.v1.k8s.emberstack.com/reflects", null, "Reflector"),
        ("labels", "helm.toolkit.fluxcd.io/name", null, "Flux"),
        ("labels", "kustomize.toolkit.fluxcd.io/name", null, "Flux"),
        ("labels", "argocd.argoproj.io/instance", null, "Argo CD"),
        ("annotations", "argocd.argoproj.io/tracking-id", null, "Argo CD"),
        ("labels", ManagedBy, "Helm", "Helm"),
        ("annotations", "meta.helm.sh/release-name", null, "Helm"),
    ];

    /// <summary>The label of what is created here.</summary>
    public static (string Name, string Text) Own => (ManagedBy, "secretguard");

    /// <summary>Why, for people; null where it may be written over.</summary>
    /// <param name="secret">The whole Secret.</param>
    /// <param name="quiet">Those who deploy it and leave its values alone, by their words.</param>
    public static string? Refusal(JsonElement secret, IReadOnlyCollection<string> quiet)
    {
        JsonElement metadata = secret.At("metadata");
        return metadata.At("deletionTimestamp").ValueKind == JsonValueKind.String ? "it is being deleted: see which finalizer holds it"
            : secret.At("immutable").IsTrue() ? "it is immutable: make one under another name, and let its users refer to that"
            : secret.At("type").Text() is "kubernetes.io/service-account-token" ? "Kubernetes itself makes it, for a service account"
            : secret.At("type").Text() is "helm.sh/release.v1" ? "it is what Helm keeps of a release"
            : Keeper(metadata, quiet) is { } keeper ? $"{keeper} keeps it, and would write over it: change it where that takes it from{(Deployers.TryGetValue(keeper, out string? word) ? $", or, where it leaves the values alone, say 'deployers: {word}' at the store" : "")}" : null;
    }

    /// <summary>An operator's mark says more than the kind of its owner.</summary>
    private static string? Keeper(JsonElement metadata, IReadOnlyCollection<string> quiet)
    {
        foreach ((string part, string name, string? text, string keeper) in Marks)
        {
            if (metadata.At(part, name) is { ValueKind: JsonValueKind.String } found && (text is null || found.ValueEquals(text)) && !(Deployers.TryGetValue(keeper, out string? word) && quiet.Contains(word, StringComparer.Ordinal)))
            {
                return keeper;
            }
        }

        foreach (JsonElement owner in metadata.At("ownerReferences").Items())
        {
            return owner.At("kind").Text() is { Length: < 64 } kind && kind.All(char.IsAsciiLetterOrDigit) ? $"what it belongs to ({kind})" : "what it belongs to";
        }

        return null;
    }
}
