using System.Globalization;
using System.Text.Json;
using SecretGuard.Stores.Http;
using SecretGuard.Stores.Values;
using SecretGuard.Stores.Writing;
using SecretGuard.Text;

namespace SecretGuard.Stores.Vault;

/// <summary>
/// Writes to the key-value engine. Version 2 checks and sets by the number of the current version, 0 where there is none; version 1 knows no versions, so it is
/// looked at once more right before.
/// </summary>
internal sealed class VaultWriting(VaultSession session)
{
    private const string NoVersion = "0";

    private readonly ValueMarks _marks = new();

    /// <summary>What stands there. A version that was deleted is one too: what is written comes after it.</summary>
    public async Task<StandingReply> LookAsync(VaultMount mount, string inner, CancellationToken cancellation)
    {
        using StoreReply reply = await session.GetAsync(mount.Address("data", inner), cancellation);
        bool isAbsent = reply is { Status: 404, Problem: null } && !VaultProblems.Says(reply, "no handler for route");
        if (!reply.IsSuccess && !isAbsent)
        {
            return StandingReply.Failed(await session.ProblemAsync(reply, cancellation));
        }

        JsonElement data = mount.Version == 2 ? reply.Json.At("data", "data") : reply.Json.At("data");
        SecretValue? value = data.ValueKind == JsonValueKind.Object && !isAbsent
            ? SecretValue.Of(data.Members().ToDictionary(field => field.Name, field => SecretValue.Of(field.Value), StringComparer.Ordinal)) : null;
        int? version = reply.Json.At("data", "metadata", "version").Number();
        return value is null && !isAbsent ? StandingReply.Failed(ValueReply.NoValue(session.Host).Problem!)
            : mount.Version == 1 ? StandingReply.Of(value is null ? Standing.Absent : new Standing { Mark = _marks.Of(value) }, value)
            : version is { } number ? StandingReply.Of(new Standing { Mark = Text(number), Version = Text(number), IsHollow = value is null }, value)
            : isAbsent ? StandingReply.Of(Standing.Absent, null) : StandingReply.Failed(ValueReply.NoValue(session.Host).Problem!);
    }

    /// <summary>Writes, where what is expected stands there.</summary>
    public async Task<WriteReply> WriteAsync(VaultMount mount, string inner, SecretValue value, Standing expected, CancellationToken cancellation)
    {
        if (ValueShape.Json(ValueShape.Fields(value)) is not { } json)
        {
            return WriteReply.Failed(ValueShape.NoText("Vault"));
        }

        if (mount.Version == 1)
        {
            StandingReply now = await LookAsync(mount, inner, cancellation);
            if (now.Problem is not null || now.Standing!.Mark != expected.Mark)
            {
                return now.Problem is { } problem ? WriteReply.Failed(problem) : WriteReply.Changed;
            }
        }

        string body = mount.Version == 1 ? json : JsonText.Object(("options", JsonText.Object(("cas", expected.Mark ?? NoVersion))), ("data", json));
        using StoreReply reply = await session.PostAsync(mount.Address("data", inner), body, cancellation);
        return reply is { Status: 400, Problem: null } && VaultProblems.Says(reply, "check-and-set") ? WriteReply.Changed
            : !reply.IsSuccess ? WriteReply.Failed(await session.ProblemAsync(reply, cancellation))
            : mount.Version == 1 ? WriteReply.Written(null)
            : reply.Json.At("data", "version").Number() is { } version ? WriteReply.Written(Text(version))
            : WriteReply.Failed(ValueReply.NoValue(session.Host).Problem!);
    }

    /// <summary>The command that goes back; version 1 has none.</summary>
    public static string WayBack(VaultMount mount, string inner, Standing before) =>
        mount.Version == 1 ? ""
        : before.IsHollow ? $"vault kv delete -mount={ShellText.Word(mount.Path)} {ShellText.Word(inner)}"
        : before.Version is { } version ? $"vault kv rollback -mount={ShellText.Word(mount.Path)} -version={version} {ShellText.Word(inner)}"
        : $"vault kv metadata delete -mount={ShellText.Word(mount.Path)} {ShellText.Word(inner)}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
