namespace SecretGuard.Rules;

/// <summary>An offline check that a token format carries, and its inverse for making examples.</summary>
public abstract class Checksum
{
    /// <summary>Whether only a structure or an older generation can be checked, so that a changed character may go unnoticed.</summary>
    public virtual bool IsPartial => false;

    /// <summary>Checks a token that already has the rule's format. Never throws.</summary>
    public abstract Validity Check(ReadOnlySpan<byte> token);

    /// <summary>Gives a random token of the right format its right checksum.</summary>
    public abstract string Seal(string sample);
}
