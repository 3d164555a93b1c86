namespace SecretGuard.Stores.Tests;

public sealed class StoreAnswerTests
{
    [Fact]
    public void Verdict_IsFine_AFinding_OrCannotTell()
    {
        Enum.GetValues<Verdict>().Where(Verdicts.IsFinding).ShouldBe(
            [Verdict.Missing, Verdict.Disabled, Verdict.SoftDeleted, Verdict.NotYetActive, Verdict.Expired, Verdict.NoVersion, Verdict.WrongKind, Verdict.FieldMissing]);
        Enum.GetValues<Verdict>().Where(Verdicts.CannotTell).ShouldBe(
            [Verdict.Forbidden, Verdict.Unauthenticated, Verdict.Unreachable, Verdict.Throttled, Verdict.Sealed, Verdict.Misconfigured]);
    }

    [Fact]
    public void Field_OfAKnownSet_IsThereOrMissing()
    {
        SecretMetadata metadata = new() { Fields = new FieldNames(["password", "user"], AreComplete: true) };
        StoreAnswer.Present(new("a", "user"), metadata).Verdict.ShouldBe(Verdict.Present);
        StoreAnswer missing = StoreAnswer.Present(new("a", "passwrod"), metadata);
        (missing.Verdict, missing.Nearest, missing.IsFieldUnchecked).ShouldBe((Verdict.FieldMissing, "password", false));
        missing.Cause.ShouldBe("it has no field 'passwrod'; it has 'password', 'user'");
    }

    [Fact]
    public void Field_ThatIsNotSeen_IsUnchecked_NotMissing()
    {
        SecretMetadata some = new() { Fields = new FieldNames(["user"], AreComplete: false) };
        StoreAnswer.Present(new("a", "user"), some).IsFieldUnchecked.ShouldBeFalse();
        StoreAnswer.Present(new("a", "password"), some).IsFieldUnchecked.ShouldBeTrue();
        StoreAnswer.Present(new("a", "password"), SecretMetadata.None).IsFieldUnchecked.ShouldBeTrue();
        StoreAnswer.Present(new("a"), SecretMetadata.None).IsFieldUnchecked.ShouldBeFalse();
    }
}
