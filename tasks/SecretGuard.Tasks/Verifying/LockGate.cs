using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.Rules;
using SecretGuard.Triage;

namespace SecretGuard.Tasks.Verifying;

/// <summary>What a lock says, on one day, of the secrets that one project needs.</summary>
/// <param name="declaration">What is declared.</param>
/// <param name="records">The lock, of the environments that are asked about.</param>
/// <param name="today">The day.</param>
internal sealed class LockGate(Declaration declaration, IReadOnlyList<LockRecord> records, DateTimeOffset today)
{
    private const string Any = "*";

    private readonly LockIndex _index = new(records, declaration);
    private readonly SecretJudge _judge = new(today);
    private readonly HashSet<(string, string?)> _there = [.. records.Where(record => record is { Id: not null, State: LockRecord.Present }).Select(record => (record.Environment, record.Id))];
    private readonly List<Complaint> _complaints = [];
    private readonly List<Location> _unknown = [];
    private readonly HashSet<(string, string?)> _judged = [];

    /// <summary>Whether the compiler tells in this build what was wrong when the stores were asked: then only what came since is told.</summary>
    public bool CompilerTells { get; init; }

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<Complaint> Complaints => _complaints;

    /// <summary>The declared secrets that the lock holds nothing of.</summary>
    public IReadOnlyList<Location> Unknown => _unknown;

    /// <summary>How many references and declared secrets were judged.</summary>
    public int Count { get; private set; }

    /// <summary>Judges what the code of the project names.</summary>
    public void Judge(IEnumerable<InventoryRecord> references)
    {
        foreach (InventoryRecord one in references.Where(one => one.Reference.Kind is not ReferenceKinds.Source && !one.Reference.Name.Contains(Any)))
        {
            Count += one.Reference.IsSecret ? 1 : 0;
            IEnumerable<LockRecord> wrong = CompilerTells ? _index.WrongFor(one.Reference).Where(record => SecretStates.RuleOf(record.State) == ReferenceRules.NotYetActive) : _index.WrongFor(one.Reference);
            foreach (LockRecord record in _index.AnswersFor(one.Reference).Where(record => record.State == LockRecord.Present).Concat(wrong))
            {
                _judged.Add((record.Environment, record.Id));
                Judge(record, Declared(record), one.Location, one.Reference);
            }

            _judged.UnionWith(_index.AnswersFor(one.Reference).Select(record => (record.Environment, record.Id)));
        }
    }

    /// <summary>Judges the declared secrets that name the project as one that uses them, less what its code names.</summary>
    public void Judge(string consumer, IReadOnlyList<string> environments)
    {
        foreach (DeclaredSecret secret in declaration.Secrets.Where(secret => secret.Origin == SecretOrigin.External && secret.Consumers.Contains(consumer, StringComparer.Ordinal)))
        {
            Count++;
            foreach (string environment in environments.Where(environment => IsKept(secret, environment) && !_judged.Contains((environment, secret.Id))))
            {
                LockRecord[] held = [.. records.Where(record => record.Environment == environment && record.Id == secret.Id && !record.IsWay)];
                foreach (LockRecord record in held.Where(record => secret.IsRequired || record.State != LockRecord.Missing))
                {
                    Judge(record, secret, secret.Location, null);
                }

                if (held.Length == 0 && secret.IsRequired)
                {
                    _unknown.Add(secret.Location);
                }
            }
        }
    }

    private void Judge(LockRecord record, DeclaredSecret? secret, Location location, SecretReference? reference)
    {
        if (record.State != LockRecord.Missing || secret?.AnyOf.Any(other => _there.Contains((record.Environment, other))) != true)
        {
            SecretState state = SecretStates.Of(record, today) with { Place = record.IsWay ? "" : record.Store };
            _complaints.AddRange(_judge.Judge(state, secret).Select(wrong => new Complaint(wrong.Rule, location, Shown(record, reference, wrong.Rule), wrong.Reason)));
        }
    }

    private DeclaredSecret? Declared(LockRecord record) => declaration.Secrets.FirstOrDefault(secret => secret.Id == record.Id);

    /// <summary>Whether a store of an environment is asked for a secret: the environment needs it, and its store serves it.</summary>
    private bool IsKept(DeclaredSecret secret, string environment) =>
        (environment.Length == 0 || secret.IsFor(environment)) && declaration.Stores.Any(store => store.Name == secret.Store && (environment.Length == 0 || store.Serves(environment)));

    /// <summary>As <c>secretguard verify</c> shows it, so that an entry of a baseline that it writes holds here too: <c>prod: azure-key-vault shop-db#password</c>.</summary>
    private string Shown(LockRecord record, SecretReference? reference, Rule wrong)
    {
        string kind = record.Kind is ReferenceKinds.Certificate || (record.Kind is ReferenceKinds.Key && !record.IsWay) ? record.Kind + " " : "";
        string field = reference is null ? record.Field is { } own && !SecretJudge.IsOfWhole(wrong) ? "#" + own : "" : reference.Property is { } asked ? "#" + asked : "";
        return $"{(record.Environment.Length == 0 ? "" : record.Environment + ": ")}{_index.TypeOf(record) ?? record.Store} {kind}{record.Name}{field}{(reference?.Version is { } version ? "@" + version : "")}";
    }
}
