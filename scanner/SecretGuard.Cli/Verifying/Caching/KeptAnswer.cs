using SecretGuard.Inventories;
using SecretGuard.Stores;

namespace SecretGuard.Cli.Verifying.Caching;

/// <summary>That something was there and nothing was wrong with it.</summary>
/// <param name="Asked">When its store said so.</param>
/// <param name="Metadata">What it told; of the names of fields only that which was asked for.</param>
internal sealed record KeptAnswer(DateTimeOffset Asked, SecretMetadata Metadata)
{
    /// <summary>What is kept of an answer.</summary>
    public static KeptAnswer Of(StoreAnswer answer, DateTimeOffset asked) => new(asked, answer.Metadata with
    {
        Fields = answer.Query.Property is { } field && answer.Metadata.Fields?.Has(field) == true ? new FieldNames([field], AreComplete: false) : null,
    });

    /// <summary>Whether it still counts: its end may have come since.</summary>
    public bool Counts(DateTimeOffset now, TimeSpan longest) => Asked <= now && now - Asked <= longest && !(Metadata.Expires <= now);

    /// <summary>Reads one.</summary>
    /// <param name="reader">Where it was written.</param>
    public static KeptAnswer Read(BinaryReader reader)
    {
        DateTimeOffset asked = new(reader.ReadInt64(), TimeSpan.Zero);
        DateTimeOffset? Time() => reader.ReadBoolean() ? new DateTimeOffset(reader.ReadInt64(), TimeSpan.Zero) : null;
        return new KeptAnswer(asked, new SecretMetadata
        {
            Version = reader.ReadBoolean() ? reader.ReadString() : null,
            Created = Time(),
            Updated = Time(),
            Rotated = Time(),
            NextRotation = Time(),
            Expires = Time(),
            NotBefore = Time(),
            Term = reader.ReadBoolean() ? new ValueTerm(reader.ReadInt64() is var ticks and >= 0 ? new TimeSpan(ticks) : null, reader.ReadString()) { IsLease = reader.ReadBoolean() } : null,
            Fields = reader.ReadBoolean() ? new FieldNames([reader.ReadString()], AreComplete: false) : null,
        });
    }

    /// <summary>Writes it.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(Asked.UtcTicks);
        Text(Metadata.Version);
        foreach (DateTimeOffset? time in new[] { Metadata.Created, Metadata.Updated, Metadata.Rotated, Metadata.NextRotation, Metadata.Expires, Metadata.NotBefore })
        {
            writer.Write(time is not null);
            if (time is { } moment)
            {
                writer.Write(moment.UtcTicks);
            }
        }

        writer.Write(Metadata.Term is not null);
        if (Metadata.Term is { } term)
        {
            writer.Write(term.Longest?.Ticks ?? -1);
            writer.Write(term.Setting);
            writer.Write(term.IsLease);
        }

        Text(Metadata.Fields?.Names[0]);

        void Text(string? text)
        {
            writer.Write(text is not null);
            if (text is not null)
            {
                writer.Write(text);
            }
        }
    }
}
