using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.Importing;
using SecretGuard.Cli.Projects;
using SecretGuard.Cli.Scanning;
using SecretGuard.Cli.Verifying.Stores;
using SecretGuard.Inventories;

namespace SecretGuard.Cli.Adopting;

/// <summary>Settles which secret is meant and where it is to go: by what was typed, else by asking, else not.</summary>
/// <param name="options">The project, and how it is scanned.</param>
/// <param name="typed">What was typed.</param>
/// <param name="dialog">Whom to ask; null where nobody is there.</param>
internal sealed class AdoptionQuestions(ScanOptions options, AdoptArguments.Typed typed, AdoptionDialog? dialog)
{
    private readonly string _path = Path.GetFullPath(typed.Spot.Path);

    private Project Project => options.Project;

    /// <summary>The secret.</summary>
    /// <exception cref="UsageException">There is none, or nobody says which.</exception>
    public AdoptionSubject Subject()
    {
        var file = SuspectFile.Read(options, _path);
        Candidate found = file.Choose(typed.Spot, dialog is null ? null : choices => dialog.Choose("Which secret", choices));
        Places.SecretPlace place = file.PlaceOf(found, Owner?.ImportsSystem == true);
        return typed.Choice.Source == ValueSource.File && place.Value is null
            ? throw new UsageException("--keep-value: what of the file is the value cannot be told for sure; give it with --stdin")
            : new AdoptionSubject(file, found, place, SecretNames.Of(place, found.Finding.Rule, typed.Name));
    }

    /// <summary>The environment; null where none need be named.</summary>
    public string? Environment()
    {
        string[] known = [.. Project.Settings.Declaration.Environments.Select(environment => environment.Name)];
        return typed.Environment ?? (dialog is not null && known.Length > 1 ? known[dialog.Choose("Which environment", known)] : null);
    }

    /// <summary>Where it is to go.</summary>
    /// <exception cref="UsageException">Nobody says where.</exception>
    public AdoptionTarget Target(AdoptionSubject subject, StoreChoice choice)
    {
        var targets = new AdoptionTargets(Project, choice, Owner);
        DeclaredSecret? declared = typed.Id is null ? null : targets.Declared(typed.Id);
        StoreInUse store = targets.Open(typed.To ?? declared?.Store ?? AskStore(targets));
        string? proposed = subject.Names.KeyIn(store.Declared);
        string key = typed.Key ?? (declared is not null && declared.Store == store.Declared.Name ? declared.NameIn(store.Declared.Name) : null)
            ?? dialog?.Ask($"Its name in {store.Shown}", proposed)
            ?? throw new UsageException($"--key: say under which name it goes into the store{(proposed is null ? "" : $", such as --key {proposed}")}");
        return targets.Of(store, key, typed.Id, typed.Field);
    }

    /// <summary>Who uses the secret: the project, else the file.</summary>
    public string Consumer(AdoptionSubject subject) => Owner?.Name ?? subject.File.Path;

    private OwningProject? Owner => field ??= OwningProject.Above(_path, Project.Root);

    private string AskStore(AdoptionTargets targets)
    {
        IReadOnlyList<string> choices = targets.Choices;
        return dialog is null ? throw new UsageException($"--to: say which store it goes into{(choices.Count == 0 ? "" : $" ({string.Join(", ", choices)})")}; a store that is not declared is typed as TYPE:ADDRESS, such as dotenv:.env")
            : choices.Count == 0 ? dialog.Ask("Which store (TYPE:ADDRESS, such as dotenv:.env)", null)
            : choices[dialog.Choose("Which store", choices)];
    }
}
