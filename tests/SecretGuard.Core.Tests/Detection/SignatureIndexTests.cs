using System.Text;
using SecretGuard.Detection;
using SecretGuard.Rules;

namespace SecretGuard.Core.Tests.Detection;

public sealed class SignatureIndexTests
{
    private static readonly Signature[] Signatures =
    [
        new("ghp_"), new("key", IgnoreCase: true), new("pw=", IgnoreCase: true), new("sk-ant-api03-"), new("AKIA"), new("://"),
        new("xyz", Next: ByteClass.Parse("0-9")), new("-----BEGIN"), new("\"+\""), new("token", IgnoreCase: true), new("\n--"),
    ];

    [Fact]
    public void Scan_TextsOfEveryLength_CallsAtEveryPlaceOfEverySignature()
    {
        var random = new Random(20260101);
        for (int length = 0; length <= 300; length++)
        {
            string text = MakeText(random, length);
            Scan(text).ShouldBe(Search(text), $"in: {text}");
        }
    }

    [Fact]
    public void Scan_EachSignatureAtEachPlace_IsCalledOnce()
    {
        foreach (Signature signature in Signatures)
        {
            string literal = signature.Next is null ? signature.Literal : signature.Literal + "7";
            for (int at = 0; at < 70; at++)
            {
                string text = new string('\u0001', at) + literal;
                Scan(text).ShouldBe(Search(text), $"{literal} at {at}, last");
                text += new string('\u0001', 40);
                Scan(text).ShouldBe(Search(text), $"{literal} at {at}, followed");
            }
        }
    }

    [Fact]
    public void Scan_BytesBehindTheText_AreNotRead()
    {
        byte[] buffer = Encoding.ASCII.GetBytes("some gh" + "p_ and token");
        var recorder = new Recorder();
        new SignatureIndex([recorder]).Scan(new ScanContext(buffer, 8, "a.txt", FileSyntax.Unknown));
        recorder.Calls.ShouldBeEmpty();
    }

    [Fact]
    public void Find_TextOfPiecesOfAnother_FindsWhatIsFoundAnew()
    {
        var random = new Random(20261129);
        var index = new SignatureIndex([new Recorder()]);
        for (int round = 0; round < 400; round++)
        {
            string before = MakeText(random, random.Next(300));
            var after = new StringBuilder();
            var copied = new List<CopiedRange>();
            for (int piece = random.Next(12); piece >= 0; piece--)
            {
                int from = random.Next(before.Length + 1), length = random.Next(before.Length - from + 1);
                if (length > 0)
                {
                    copied.Add(new CopiedRange(from, after.Length, length));
                }

                after.Append(before, from, length).Append(MakeText(random, random.Next(4) == 0 ? random.Next(60) : 0));
            }

            (GramPlaces old, GramPlaces carried, GramPlaces anew) = (new(), new(), new());
            index.Find(BytesOf(before), old);
            index.Find(BytesOf(after.ToString()), old.Copy(), [.. copied], carried);
            index.Find(BytesOf(after.ToString()), anew);
            PlacesOf(carried).ShouldBe(PlacesOf(anew), $"round {round}");
            Scan(after.ToString(), carried).ShouldBe(Search(after.ToString()), $"round {round}");
        }
    }

    private static int[] PlacesOf(GramPlaces places) => [.. Enumerable.Range(0, places.Count).Select(number => places[number])];

    private static byte[] BytesOf(string text) => Encoding.Latin1.GetBytes(text);

    private static List<(int Position, int Signature)> Scan(string text, GramPlaces? places = null)
    {
        byte[] bytes = BytesOf(text);
        (Recorder recorder, var context) = (new Recorder(), new ScanContext(bytes, bytes.Length, "a.txt", FileSyntax.Unknown));
        var index = new SignatureIndex([recorder]);
        if (places is null)
        {
            index.Scan(context);
        }
        else
        {
            index.Scan(context, new TextRange(0, bytes.Length), places);
        }

        return [.. recorder.Calls.Where(call => CanFollow(text, call.Position, Signatures[call.Signature])).Order()];
    }

    /// <summary>A signature that says what follows it may be called elsewhere too, but need not.</summary>
    private static bool CanFollow(string text, int position, Signature signature) =>
        signature.Next is not { } next || (position + signature.Literal.Length is var end && end < text.Length && next.Contains((byte)text[end]));

    /// <summary>The same by trying every literal at every place.</summary>
    private static List<(int Position, int Signature)> Search(string text) =>
        [.. from position in Enumerable.Range(0, text.Length)
            from index in Enumerable.Range(0, Signatures.Length)
            let literal = Signatures[index].Literal
            where string.Compare(text, position, literal, 0, literal.Length, Signatures[index].IgnoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal) == 0
            where position + literal.Length <= text.Length && CanFollow(text, position, Signatures[index])
            select (position, index)];

    /// <summary>Pieces of the literals, literals in other letter case, and noise.</summary>
    private static string MakeText(Random random, int length)
    {
        var text = new StringBuilder();
        while (text.Length < length)
        {
            string literal = Signatures[random.Next(Signatures.Length)].Literal;
            text.Append(random.Next(4) switch
            {
                0 => literal,
                1 => literal.ToUpperInvariant(),
                2 => literal[..random.Next(1, literal.Length)],
                _ => new string((char)random.Next(1, 256), random.Next(1, 5)),
            });
            text.Append(random.Next(3) == 0 ? "7" : "");
        }

        return text.ToString(0, length);
    }

    private sealed class Recorder : Matcher
    {
        public List<(int Position, int Signature)> Calls { get; } = [];

        public override IReadOnlyList<Signature> Signatures => SignatureIndexTests.Signatures;

        public override void Examine(ScanContext context, int position, int signature) => Calls.Add((position, signature));
    }
}
