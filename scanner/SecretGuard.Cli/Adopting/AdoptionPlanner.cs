using SecretGuard.Cli.Adopting.Places;
using SecretGuard.Cli.Importing;
using SecretGuard.Configuration;
using SecretGuard.Git;
using SecretGuard.Inventories;
using SecretGuard.Reporting;
using SecretGuard.Stores.Values;
using SecretGuard.Stores.Verification;
using SecretGuard.Stores.Writing;

namespace SecretGuard.Cli.Adopting;

/// <summary>Plans how a secret gets from its file into a store: looks at what stands in both, and writes nothing.</summary>
/// <param name="subject">The secret.</param>
/// <param name="target">Where it is to be kept.</param>
/// <param name="choice">How.</param>
/// <param name="declaration">What is added to the declaration, and the file that it is added to.</param>
/// <param name="root">The repository's folder.</param>
/// <param name="options">How stores are asked, with what looks at values.</param>
internal sealed class AdoptionPlanner(AdoptionSubject subject, AdoptionTarget target, AdoptionChoice choice, (DeclarationEdit Edit, string Path) declaration, string root, VerifierOptions options)
{
    private readonly DeclaredGeneration _rule = new(GeneratedType.Given) { Fields = target.Field is { } field ? [field] : [] };

    /// <summary>Plans.</summary>
    /// <param name="given">The value that somebody gave; null where none is needed, or nobody did yet.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<AdoptionPlan> MakeAsync(SecretValue? given, CancellationToken cancellation)
    {
        SecretValue? value = choice.Source == ValueSource.File ? SecretValue.Of(subject.Place.Value!) : given;
        (AdoptionStep store, Standing? standing) = await StoreAsync(value, cancellation);
        (AdoptionStep reference, byte[]? rewritten) = Reference();
        return new AdoptionPlan(subject, target, [store, Declare(), reference]) { Value = value, Standing = standing, Declaration = declaration.Edit, Rewritten = rewritten };
    }

    private async Task<(AdoptionStep Step, Standing? Standing)> StoreAsync(SecretValue? value, CancellationToken cancellation)
    {
        AdoptionStep Step(AdoptionAction action, string reason) => new(AdoptionStepKind.Store, target.Shown, action)
        {
            Reason = reason,
            What = action is not (AdoptionAction.Create or AdoptionAction.Update) ? "" : choice.Source == ValueSource.File ? "what stands in the file" : "what is given",
        };
        if (target.Store.Adapter is not IWritableStore writer)
        {
            return (Step(AdoptionAction.Refuse, $"nothing can be written to a store of type {target.Store.Adapter.Type} yet"), null);
        }

        if ((writer.NameMisfit(target.Query) ?? target.Misnamed) is { } wrong)
        {
            return (Step(AdoptionAction.Refuse, $"'{target.Query.Name}' cannot be a name there: {wrong}"), null);
        }

        if (IsForGit(cancellation))
        {
            return (Step(AdoptionAction.Refuse, $"git would take '{target.Store.Adapter.Address}' with the next commit: name it in .gitignore first"), null);
        }

        StandingReply found = await new SecretRenewer(writer, options.Values!, options).LookAsync(target.Query, cancellation);
        if (found.Problem is { } problem)
        {
            return (Step(AdoptionAction.CannotTell, problem.Advice.Length == 0 ? problem.Cause : $"{problem.Cause}; {problem.Advice}"), null);
        }

        var renewal = new ValueRenewal(_rule);
        ValueFacts? now = found.Value is { } standing ? options.Values!.Look(standing) : null, part = target.Field is null ? now : now?.Fields.GetValueOrDefault(target.Field);
        bool isEmpty = part is null || part.IsEmpty || part.IsPlaceholder;
        bool isSame = now is not null && value is not null && renewal.Misfit(found.Value) is null && now.IsSameAs(options.Values!.Look(renewal.Next(found.Value, value)));
        (AdoptionAction action, string reason) = choice.Source == ValueSource.Store ? isEmpty ? (AdoptionAction.Refuse, "no value is there that could stay") : (AdoptionAction.Keep, "")
            : renewal.Misfit(found.Value) is { } misfit ? (AdoptionAction.Refuse, $"{misfit.Replace("say with 'field' which is new", "say with --field which it is", StringComparison.Ordinal)}")
            : isSame ? (AdoptionAction.Keep, "")
            : found.Value is null || (target.Field is not null && part is null) ? (AdoptionAction.Create, "")
            : isEmpty ? (AdoptionAction.Update, "what is there is none: it is empty, or stands for one that nobody has filled in")
            : choice.Overwrites ? (AdoptionAction.Update, "another value is there")
            : (AdoptionAction.Refuse, $"{(IsOfFile(part!) ? "the value of the file" : value is null ? "a value" : "another value")} is there; --stored leaves it and does the rest, --overwrite replaces it");
        return (Step(action, reason), found.Standing);
    }

    /// <summary>Whether the store is a file of the repository: the secret would only move from one file to another.</summary>
    private bool IsForGit(CancellationToken cancellation)
    {
        string? path = target.Store.Declared.Type switch { StoreTypes.DotEnv => target.Store.Declared["path"] ?? ".env", StoreTypes.Files => $"{target.Store.Declared["path"]}/{target.Query.Name}", _ => null };
        string full = path is null ? "" : Path.GetFullPath(path, root);
        return full.StartsWith(root + Path.DirectorySeparatorChar, Sources.PathIdentity.Comparison) && GitProcess.Run(root, cancellation, "check-ignore", "--quiet", "--", full).ExitCode == 1;
    }

    /// <summary>Whether the store holds what stands in the file.</summary>
    private bool IsOfFile(ValueFacts facts) => subject.Place.Value is { } text && facts.IsSameAs(options.Values!.Look(SecretValue.Of(text)));

    private AdoptionStep Declare()
    {
        if (target.Declared is not null)
        {
            return new AdoptionStep(AdoptionStepKind.Declaration, SettingsReader.FileName, AdoptionAction.Keep);
        }

        bool isPossible = declaration.Edit.With(File.Exists(declaration.Path) ? File.ReadAllBytes(declaration.Path) : null) is not null;
        string entry = declaration.Edit.StoreEntry is { } store ? $"{store} under 'stores', {declaration.Edit.Entry} under 'secrets'" : declaration.Edit.Entry;
        return new AdoptionStep(AdoptionStepKind.Declaration, Path.GetFileName(declaration.Path), isPossible ? AdoptionAction.Declare : AdoptionAction.ByHand)
        {
            What = isPossible ? entry : "",
            Reason = isPossible ? "" : $"it is written in a way that nothing can be added to line by line; add {entry}",
        };
    }

    private (AdoptionStep Step, byte[]? Rewritten) Reference()
    {
        SecretPlace place = subject.Place;
        (AdoptionStep, byte[]?) Left(string why) => (new AdoptionStep(AdoptionStepKind.Reference, subject.File.Path, AdoptionAction.ByHand) { Reason = why }, null);
        if (place.Obstacle is { } obstacle)
        {
            return Left(obstacle);
        }

        if (place.IsCode && subject.Names.IsConfiguration && choice.Reference is null)
        {
            return Left($"how '{subject.Names.Read}' is read here, only who knows the code can say: --reference 'configuration[\"{subject.Names.Read}\"]' puts that in, or the code fix of SG1001 does");
        }

        string put = choice.Reference is { } typed ? place.Write(typed) : place.Reference(subject.Names.Read);
        byte[] bytes = subject.File.Text.With(place.Start, place.End, put);
        if (!IsClean(bytes, put))
        {
            return Left("with a reference in its place a scan would still find it, or something else: take it out by hand");
        }

        string name = place.Name.Length == 0 ? "it" : $"'{place.Name}'";
        return (new AdoptionStep(AdoptionStepKind.Reference, subject.File.Path, AdoptionAction.Rewrite) { What = put.Length == 0 ? $"{name} is left empty" : $"{name} becomes {put}" }, bytes);
    }

    /// <summary>Whether the new text reads as what is meant, and a scan finds nothing in the place of the secret, nor anything that it did not before.</summary>
    private bool IsClean(byte[] bytes, string put)
    {
        (SecretPlace place, EncodedText before) = (subject.Place, subject.File.Text);
        if (EncodedText.Of(bytes, subject.File.Path) is not { } after || after.Text != string.Concat(before.Text.AsSpan(0, place.Start), put, before.Text.AsSpan(place.End)))
        {
            return false;
        }

        IReadOnlyList<Candidate> found = subject.File.Find(after);
        bool isThere = found.Any(one => after.IndexOf(one.Match.Start) < place.Start + put.Length && after.IndexOf(one.Match.End) > place.Start);
        int gone = subject.File.Candidates.Count(one => before.IndexOf(one.Match.Start) < place.End && before.IndexOf(one.Match.End) > place.Start);
        return !isThere && found.Count <= subject.File.Candidates.Count - gone;
    }
}
