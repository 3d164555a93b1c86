using SecretGuard.Detection.Values;

namespace SecretGuard.References.Linting.Templates;

/// <summary>Files for work on one machine and for builds, by their names: <c>compose.override.yaml</c>, <c>appsettings.Development.json</c>, <c>.devcontainer</c>.</summary>
internal static class LocalFiles
{
    private static readonly HashSet<string> Words = new(["local", "dev", "development", "devcontainer", "override", "ci", "debug", "sandbox", "localhost", "minikube", "circleci", "buildkite", "drone", "travis", "appveyor", "cloudbuild", "buildspec", "woodpecker", "pipelines"], StringComparer.OrdinalIgnoreCase);
    private static readonly char[] Signs = ['/', '.', '-', '_', ',', ' ', '|', '&'];

    /// <summary>Whether a file is one, or is for tests, examples or people: what it holds is no secret of anybody else.</summary>
    public static bool IsOne(LintText text) => text.IsDocumentation || FilePlaces.Of(text.Source.Path) != FilePlace.Ordinary || IsNamed(text.Source.Path);

    /// <summary>Whether a word of a name says so.</summary>
    public static bool IsNamed(string name) => Array.Exists(name.Split(Signs), Words.Contains);
}
