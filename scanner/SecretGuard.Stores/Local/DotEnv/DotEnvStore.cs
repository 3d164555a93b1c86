using SecretGuard.Inventories;
using SecretGuard.Stores.Values;
using SecretGuard.Stores.Whole;
using SecretGuard.Stores.Writing;

namespace SecretGuard.Stores.Local.DotEnv;

/// <summary>A <c>.env</c> file.</summary>
/// <param name="path">The file.</param>
public sealed class DotEnvStore(string path) : LocalStore(StoreTypes.DotEnv, path), IWritableStore
{
    private readonly ValueMarks _marks = new();

    /// <inheritdoc/>
    public bool KeepsDeletedNames => false;

    /// <inheritdoc/>
    public StoreProblem? ValueMisfit(ValueFacts facts) => facts.HasNoText ? ValueShape.NoText("a .env file") : null;

    /// <inheritdoc/>
    public string? NameMisfit(SecretQuery query) =>
        query.Name.Length > 0 && !char.IsAsciiDigit(query.Name[0]) && query.Name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-') ? null : "a variable's name has letters, digits and '_', and no digit at its beginning";

    /// <inheritdoc/>
    public Task<StandingReply> LookAsync(SecretQuery query, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        string? text = LocalText.Read(Address, out StoreProblem? problem, out bool isAbsent);
        SecretValue? value = text is null ? null : ValueIn(text, query.Name);
        return Task.FromResult(text is null && !(isAbsent && !Directory.Exists(Address)) ? StandingReply.Failed(problem!)
            : StandingReply.Of(value is null ? Standing.Absent : new Standing { Mark = _marks.Of(value) }, value));
    }

    /// <summary>Puts the line in, or another value into its line; the file is replaced as a whole, and all else in it stays as it is.</summary>
    public async Task<WriteReply> WriteAsync(SecretQuery query, SecretValue value, Standing expected, CancellationToken cancellation)
    {
        StandingReply now = await LookAsync(query, cancellation);
        if (now.Problem is { } problem)
        {
            return WriteReply.Failed(problem);
        }

        if (now.Standing!.Mark != expected.Mark)
        {
            return WriteReply.Changed;
        }

        WriteReply reply = ValueShape.WholeText(value) is { } text && !text.Contains('\0', StringComparison.Ordinal)
            ? OwnFile.Replace(Address, before => DotEnvWriter.With(before, query.Name, text)) is { } failed ? WriteReply.Failed(failed) : WriteReply.Written(null)
            : WriteReply.Failed(ValueShape.NoText("a .env file"));
        Forget();
        return reply;
    }

    /// <summary>A file keeps no versions.</summary>
    public string WayBack(SecretQuery query, Standing before, string? written) => "";

    /// <summary>Who may write the file may.</summary>
    public string WritePermissions(IReadOnlyCollection<SecretQuery> queries) => "";

    internal override StoreContent Read()
    {
        var entries = new Dictionary<string, StoreEntry>(StringComparer.Ordinal);
        if (LocalText.Read(Address, out StoreProblem? problem, out bool isAbsent) is not { } text)
        {
            return isAbsent && IsMadeByWriting && !Directory.Exists(Address) ? new StoreContent(entries) : StoreContent.Failed(problem!);
        }

        IReadOnlyList<DotEnvEntry> read = DotEnvReader.Read(text, out IReadOnlyList<string> notices);
        foreach (DotEnvEntry entry in read)
        {
            entries[entry.Name] = new StoreEntry(entry.IsEmpty ? ValueState.Empty : ValueState.Filled) { Line = entry.Line };
        }

        return new StoreContent(entries) { Updated = LocalText.Updated(Address), Notices = [.. notices.Select(notice => $"{Address}, {notice}")] };
    }

    internal override SecretValue? ReadValue(string name) =>
        LocalText.Read(Address, out _, out _) is { } text ? ValueIn(text, name) : null;

    internal override IEnumerable<string> NamesOf(string name) => VariableNames.Of(name);

    private static SecretValue? ValueIn(string text, string name) =>
        DotEnvReader.Read(text, out _).LastOrDefault(entry => entry.Name == name) is { Name.Length: > 0 } entry ? SecretValue.Of(entry.ValueIn(text)) : null;
}
