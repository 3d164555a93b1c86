using SecretGuard.Cli.Projects;
using SecretGuard.Cli.Referring;
using SecretGuard.Cli.Verifying.Stores;
using SecretGuard.Detection.Names;
using SecretGuard.Inventories;
using SecretGuard.Stores;

namespace SecretGuard.Cli.Verifying.Inventories;

/// <summary>Drafts a declaration of what a repository refers to, and of what stores list.</summary>
/// <param name="project">The project.</param>
/// <param name="verify">The environments that are looked at, and how stores are asked.</param>
internal sealed class DraftMaker(Project project, VerifyOptions verify) : IDisposable
{
    private readonly StoreOpener _opener = new(project.Root);
    private readonly List<string> _left = [];

    /// <summary>What was listed, after <see cref="Make"/>.</summary>
    public IReadOnlyList<ListedStore> Listed { get; private set; } = [];

    /// <summary>The names of references that are of no store which is declared.</summary>
    public IReadOnlyList<string> LeftOut => _left;

    /// <summary>How many variables were listed whose names do not say that they are secret.</summary>
    public int Variables { get; private set; }

    /// <summary>Whether stores are declared by hand, so that none is drafted.</summary>
    public bool IsDeclared => project.Settings.Declaration.Stores.Count > 0;

    /// <summary>The draft. Where a store cannot be listed, its listing says so, and the draft is not whole.</summary>
    /// <param name="references">What the repository refers to.</param>
    /// <param name="stores">The names of the stores to list.</param>
    /// <param name="cancellation">Ends the asking.</param>
    /// <exception cref="UsageException">There is no such environment or store.</exception>
    public DeclarationDraft Make(RepositoryReferences references, IReadOnlyList<string> stores, CancellationToken cancellation)
    {
        IReadOnlyList<QuestionPlan> plans = new Planner(project, verify, _opener).Plan(references);
        string[] asked = [.. plans.Select(plan => plan.Environment)], all = [.. project.Settings.Declaration.Environments.Select(environment => environment.Name)];
        var draft = new DeclarationDraft(asked, all.Length == 0 ? asked : all);
        var referred = new ReferenceDraft(draft, references, asked);
        if (IsDeclared)
        {
            _left.AddRange(plans.SelectMany(plan => plan.Questions.Where(question => question.Record is not null && !IsSpare(question.Record) && !Refer(draft, plan, question)).Select(question => question.Record!.Reference.Name)
                .Concat(plan.NotAsked.Select(unasked => unasked.Record.Reference.Name).Where(name => !name.Contains('*', StringComparison.Ordinal)))));
        }
        else
        {
            referred.Add();
        }

        DeclaredStore? Drafted(string name) => IsDeclared ? null : referred.Declare(name) ?? draft.Stores.FirstOrDefault(store => store.Name == name);
        Listed = new ListedStores(_opener, verify.Asking).List(plans, stores, Drafted, cancellation);
        foreach (ListedStore listed in Listed)
        {
            Variables += listed.Secrets.Count(secret => !Add(draft, listed, secret));
        }

        return draft;
    }

    /// <inheritdoc/>
    public void Dispose() => _opener.Dispose();

    /// <summary>A variable that may be missing.</summary>
    private static bool IsSpare(InventoryRecord record) => record.Reference is { Store: StoreTypes.Environment, IsOptional: true };

    private static bool Refer(DeclarationDraft draft, QuestionPlan plan, Question question) =>
        question.Places.FirstOrDefault(place => plan.Stores.Declared.Contains(place.Store.Declared)) is { } place && draft.Refer(place.Store.Declared, place.Query, question.Record!.Consumer, [plan.Environment]);

    /// <summary>False for a variable that is not referred to and whose name does not say that it is secret: such files hold other things too.</summary>
    private static bool Add(DeclarationDraft draft, ListedStore listed, StoreAnswer secret)
    {
        DeclaredStore store = listed.Store.Declared;
        bool isVariable = store.Type is StoreTypes.DotEnv or StoreTypes.Environment;
        if (isVariable && !draft.Has(store, secret.Query) && !NameJudge.SaysSecret(System.Text.Encoding.UTF8.GetBytes(secret.Query.Name)))
        {
            return false;
        }

        draft.List(store, secret, [listed.Plan.Environment]);
        return true;
    }
}
