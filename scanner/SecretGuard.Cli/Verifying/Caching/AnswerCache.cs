using System.Security.Cryptography;
using System.Text;
using SecretGuard.Cli.Verifying.Evidence;
using SecretGuard.Git;
using SecretGuard.Git.Caching;
using SecretGuard.Inventories;
using SecretGuard.Stores;
using SecretGuard.Stores.Local;

namespace SecretGuard.Cli.Verifying.Caching;

/// <summary>
/// What servers said a short time ago, in the repository's own folder. Only that something is there and nothing is wrong with it is kept: who has just made
/// what was missing, or rotated what was late, is told so at once. Names are hashed, and no value or digest of one comes near it.
/// </summary>
/// <param name="file">Where it is kept.</param>
/// <param name="longest">How old an answer may be; zero where none is taken or added, and only that is forgotten which does not hold any more.</param>
/// <param name="now">When the run began.</param>
internal sealed class AnswerCache(KeptFile file, TimeSpan longest, DateTimeOffset now) : IKnownAnswers
{
    /// <summary>The longest time that answers may be taken again.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private const int Version = 1;
    private const int KeyLength = 32;

    /// <summary>Who asks, where the declaration leaves it to the surroundings. Tokens are not among them: nothing that could be made of one is kept.</summary>
    private static readonly string[] Surroundings = ["AWS_PROFILE", "AWS_ROLE_ARN", "AZURE_CLIENT_ID", "AZURE_TENANT_ID", "KUBECONFIG", "VAULT_ROLE_ID", "USER", "USERNAME"];

    private readonly Dictionary<string, KeptAnswer> _kept = file.Load(Read, () => []);
    private readonly Dictionary<string, TimeSpan> _taken = new(StringComparer.Ordinal);

    /// <summary>The cache of a project; null where no repository keeps one.</summary>
    public static AnswerCache? Of(string root, TimeSpan longest, DateTimeOffset now)
    {
        try
        {
            using GitRepository repository = GitRepository.Open(root);
            return new AnswerCache(new KeptFile(repository, "answers", $"{Version} {ToolVersion.Current} {typeof(ISecretStore).Module.ModuleVersionId}"), longest, now);
        }
        catch (Exception error) when (error is RepositoryException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>How many answers were taken from it.</summary>
    public int Taken => _taken.Count;

    /// <summary>How old the oldest of them is.</summary>
    public TimeSpan Age => _taken.Values.DefaultIfEmpty().Max();

    /// <inheritdoc/>
    public StoreAnswer? Of(string environment, Place place)
    {
        if (longest <= TimeSpan.Zero || !IsOfServer(place) || !_kept.TryGetValue(KeyOf(place), out KeptAnswer? kept) || !kept.Counts(now, longest))
        {
            return null;
        }

        _taken[KeyOf(place)] = now - kept.Asked;
        return StoreAnswer.Present(place.Query, kept.Metadata);
    }

    /// <summary>Keeps what is there and fine, and forgets what is not any more.</summary>
    /// <param name="answers">All answers.</param>
    /// <param name="judged">What is wrong with them.</param>
    public void Keep(IReadOnlyList<Answered> answers, IReadOnlyList<Judged> judged)
    {
        HashSet<(ISecretStore, string)> wrong = [.. judged.Where(one => one.Wrongs.Count > 0).SelectMany(one => one.Answer.Question.Places).Select(place => (place.Store.Adapter, place.Query.Name))];
        bool isChanged = false;
        foreach ((Place place, StoreAnswer answer) in answers.SelectMany(answered => answered.Question.Places.Zip(answered.Answers)).Where(pair => IsOfServer(pair.First)))
        {
            string key = KeyOf(place);
            if (answer is not { Verdict: Verdict.Present, Remark: "", ValueProblem: null } || wrong.Contains((place.Store.Adapter, place.Query.Name)))
            {
                isChanged |= _kept.Remove(key);
            }
            else if (longest > TimeSpan.Zero && !_taken.ContainsKey(key))
            {
                _kept[key] = KeptAnswer.Of(answer, now);
                isChanged = true;
            }
        }

        if (isChanged)
        {
            file.Save(Write);
        }
    }

    /// <summary>What is on this machine is read at once, and changed by whoever asks.</summary>
    private static bool IsOfServer(Place place) => place.Store.Adapter is not LocalStore;

    /// <summary>The hash of who is asked by whom for what.</summary>
    private static string KeyOf(Place place)
    {
        DeclaredStore store = place.Store.Declared;
        IEnumerable<string?> parts =
        [
            store.Type, place.Store.Adapter.Address, AskedAs.Of(store, isLocked: false), .. Sorted(store.Settings), "", .. Sorted(store.Login), "", .. Surroundings.Select(Environment.GetEnvironmentVariable),
            place.Query.Kind.ToString(), place.Query.Name, place.Query.Property, place.Query.Version,
        ];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts.Select(part => part is null ? "-" : "+" + part)))));
    }

    private static IEnumerable<string> Sorted(IReadOnlyDictionary<string, string> pairs) => pairs.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}");

    private static Dictionary<string, KeptAnswer> Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8);
        var kept = new Dictionary<string, KeptAnswer>(StringComparer.Ordinal);
        for (int left = reader.ReadInt32(); left > 0; left--)
        {
            byte[] key = reader.ReadBytes(KeyLength);
            kept[Convert.ToHexStringLower(key)] = KeptAnswer.Read(reader);
        }

        return kept;
    }

    private void Write(Stream stream)
    {
        KeyValuePair<string, KeptAnswer>[] counted = [.. _kept.Where(kept => kept.Value.Counts(now, Longest))];
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(counted.Length);
        foreach ((string key, KeptAnswer kept) in counted)
        {
            writer.Write(Convert.FromHexString(key));
            kept.Write(writer);
        }
    }
}
