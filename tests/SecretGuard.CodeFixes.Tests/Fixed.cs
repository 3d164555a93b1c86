using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SecretGuard.Analyzers;
using SecretGuard.Analyzers.Tests;
using SecretGuard.TestKit;

namespace SecretGuard.CodeFixes.Tests;

/// <summary>
/// The one door to the fixes: C# text whose secrets are <see cref="Placeholders"/> within <c>[|…|]</c>, the title of a fix, and the text that it must make.
/// The real analyzer reports, the real provider offers, a workspace applies. What comes out compiles, brings no new warning, is reported no more, and
/// holds the secret nowhere.
/// </summary>
internal sealed class Fixed
{
    /// <summary>What reports.</summary>
    public Func<DiagnosticAnalyzer> Analyzer { get; init; } = () => new HardCodedSecretAnalyzer();

    /// <summary>Libraries that the project references.</summary>
    public IReadOnlyList<MetadataReference> Libraries { get; init; } = [Stubs.Configuration];

    /// <summary>The language of the project.</summary>
    public LanguageVersion Language { get; init; } = LanguageVersion.Latest;

    /// <summary>Whether the project has nullable reference types on.</summary>
    public bool IsNullable { get; init; } = true;

    /// <summary>More files of the project.</summary>
    public IReadOnlyList<string> More { get; init; } = [];

    /// <summary>Files that are handed over beside the code, by their paths.</summary>
    public IReadOnlyDictionary<string, string> Files { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Lines of global options, such as <c>build_property.UserSecretsId =</c>.</summary>
    public string Options { get; init; } = "";

    /// <summary>For how many frameworks the project is built: an editor sees as many projects.</summary>
    public int Frameworks { get; init; } = 1;

    /// <summary>What else holds after a fix.</summary>
    public Action<FixedProject> After { get; init; } = _ => { };

    /// <summary>What ends the lines.</summary>
    public string LineBreak { get; init; } = "\n";

    /// <summary>The path of the text.</summary>
    public string Path { get; init; } = "/repo/src/Orders.cs";

    /// <summary>Checks a fix with several draws of its secrets.</summary>
    public static void Check(string before, string title, string after) => new Fixed().Run(before, title, after);

    /// <summary>Checks a fix of this project.</summary>
    public void Run(string before, string title, string after) => Each(before, (text, project, marked) =>
    {
        Diagnostic diagnostic = project.Diagnostics[0];
        CodeAction[] actions = project.Offers(diagnostic);
        CodeAction? action = Array.Find(actions, action => action.Title == title);
        action.ShouldNotBeNull($"offered are: {string.Join(" | ", actions.Select(offer => offer.Title))}; for {text}");
        actions.ShouldAllBe(offer => marked.All(secret => !offer.Title.Contains(secret, StringComparison.Ordinal)));
        Holds(project, project.Apply(action), after, marked);
    });

    /// <summary>Checks a fix that is applied to all secrets of its kind in the scope.</summary>
    public void RunAll(string before, string key, string after, FixAllScope scope = FixAllScope.Document) => Each(before, (text, project, marked) =>
    {
        CodeAction? action = project.OfferAll(key, scope);
        action.ShouldNotBeNull();
        Holds(project, project.Apply(action), after, marked);
    });

    /// <summary>Checks the fix that accepts a secret, or all of a scope, in a file beside the code: the code stays as it is and is reported no more.</summary>
    public void RunAccepting(string before, string title, FixAllScope? scope = null) => Each(before, (text, project, marked) =>
    {
        CodeAction? action = scope is { } all ? project.OfferAll("SecretGuard.AcceptInBaseline", all) : Array.Find(project.Offers(project.Diagnostics[0]), offer => offer.Title == title);
        action.ShouldNotBeNull(text);
        using FixedProject after = project.Apply(action);
        after.Text.ShouldBe(text);
        after.Diagnostics.Select(diagnostic => diagnostic.ToString()).ShouldBeEmpty();
        foreach (string file in Files.Keys)
        {
            marked.ShouldAllBe(secret => !after[file].Contains(secret, StringComparison.Ordinal));
        }

        After(after);
    });

    /// <summary>Checks that a fix is not offered: no title begins so.</summary>
    public void IsNotOffered(string before, string title) => Each(before, (_, project, _) =>
        project.Diagnostics.SelectMany(project.Offers).Select(action => action.Title).ShouldAllBe(offer => !offer.StartsWith(title, StringComparison.Ordinal)));

    /// <summary>The titles of all that is offered for the first secret.</summary>
    public IReadOnlyList<string> Titles(string before)
    {
        IReadOnlyList<string> titles = [];
        Each(before, (_, project, _) => titles = [.. project.Offers(project.Diagnostics[0]).Select(action => action.Title)]);
        return titles;
    }

    private void Each(string before, Action<string, FixedProject, string[]> check)
    {
        for (int seed = 1; seed <= 2; seed++)
        {
            var random = new Random(seed);
            var marked = Marked.Read(ListPlaceholders.Fill(Lines(before), random));
            string[] secrets = [.. marked.Marks.Select(mark => marked.Text[mark.Start..mark.End])];
            using var project = new FixedProject(this, marked.Text);
            project.Errors.ShouldBeEmpty("the text before must compile");
            project.Diagnostics.ShouldNotBeEmpty($"nothing is reported in {marked.Text}");
            marked.Marks.ShouldAllBe(mark => project.Diagnostics.Any(diagnostic => diagnostic.Location.SourceSpan.OverlapsWith(TextSpan.FromBounds(mark.Start, mark.End))), $"reported are {string.Join(", ", project.Diagnostics.Select(diagnostic => diagnostic.Location.SourceSpan))}");
            check(marked.Text, project, secrets);
        }
    }

    private void Holds(FixedProject before, FixedProject after, string expected, string[] secrets)
    {
        using (after)
        {
            after.Text.ShouldBe(Lines(expected).Replace("‹why›", "TODO: say why", StringComparison.Ordinal).Replace("§", secrets[0], StringComparison.Ordinal));
            after.Errors.ShouldBeEmpty(after.Text);
            after.Warnings.Except(before.Warnings).ShouldBeEmpty(after.Text);
            after.Diagnostics.Select(diagnostic => diagnostic.ToString()).ShouldBeEmpty(after.Text);
            after.Root.ContainsAnnotations.ShouldBeFalse();
            After(after);
            if (!expected.Contains("‹why›", StringComparison.Ordinal))
            {
                secrets.ShouldAllBe(secret => !after.Everything.Contains(secret, StringComparison.Ordinal));
            }
        }
    }

    private string Lines(string text) => text.ReplaceLineEndings(LineBreak);
}
