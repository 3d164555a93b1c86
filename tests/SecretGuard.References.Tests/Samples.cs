namespace SecretGuard.References.Tests;

/// <summary>One text for every extractor, by its name: usual ones, which name something.</summary>
internal static class Samples
{
    private const string Fence = "```";

    /// <summary>The name of the extractor, a path and a text.</summary>
    public static IReadOnlyList<(string Extractor, string Path, string Text)> All { get; } =
    [
        ("kubernetes", "deploy/a.yaml", "apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec:\n  containers:\n    - env: [{ name: A, valueFrom: { secretKeyRef: { name: b, key: c } } }]\n"),
        ("markdown", "README.md", $"- Apply:\n\n  {Fence}yaml title=\"a\"\n  apiVersion: v1\n  kind: ServiceAccount\n  imagePullSecrets: [{{ name: a }}]\n  {Fence}\n"),
        ("compose", "compose.yaml", "secrets:\n  a: { environment: A_TOKEN }\nservices:\n  b:\n    image: x\n    secrets: [a]\n    env_file: .env\n    environment:\n      - A=${B:-${C}}\n      - D\n"),
    ];
}
