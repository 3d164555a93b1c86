using SecretGuard.Core.Tests;
using SecretGuard.References.Sources;

namespace SecretGuard.References.Tests.CSharp;

/// <summary>No text of C# takes more than linear time and memory, however broken it is.</summary>
[Collection(nameof(LinearTimeTests))]
[CollectionDefinition(nameof(LinearTimeTests), DisableParallelization = true)]
public sealed class LinearTimeTests
{
    private const int Repeats = 2_000;
    private const int Deepest = 100_000;
    private const int MostBytes = 4_000; // a character; the shortest repeats are a token and a scope each

    /// <summary>What stands before the repeats: a method, a type, a program.</summary>
    private static readonly string[] Heads = ["class A(IConfiguration configuration) { void B() { ", "class A { IConfiguration configuration; ", ""];

    public static TheoryData<string, string> Pieces
    {
        get
        {
            string[] code =
            [
                "(", "[", "{", ")", "]", "}", "<", "a<", "a<b,", "a?", "\"", "\"\"\"", "$\"", "$\"{", "$\"{a:", "@\"", "$$\"\"\"{{", "'", "//", "/*", "#if false\n", "#if\n", "@a", "$", "@$", "\\u0041", "a.", "a?.", "a!", "a[", "a(", "a =>", "(a) =>",
                "([{", ")]}", "(]", "[)", "$\"{(\"}", "a b,", "a b = ", "a b = c;", "const string a = a + b;", "const string a = ", "var a = b", "class a{", "class a:b,", "class a : a {", "record a(b c)", "record", "namespace a;", "namespace a {",
                "using static a;", "x => y => ", "(A x) => ", "if (a is B b) ", "foreach (var a in b) ", "configuration[", "configuration[\"a\"]", "configuration[\"a\"] ?? ", "(configuration[\"a\"])", "((configuration)",
                "configuration.GetSection(", "configuration.GetSection((", "configuration.GetSection(\"a\").", "configuration.GetSection(\"a\").Value ", "var a = configuration.GetSection(\"a\"); ", "a + \"b\" + ", "configuration[a + \"b\" + ", "configuration[$\"{",
                "GetSecret(", "a.GetSecret(\"b\", ", "a.Configure<B>(", "a.Configure<B>(c => ", "new GetSecretValueRequest { SecretId = ", "new A(", "new ", "await ", "[a(", "[ATrigger(\"%b%\"), ", "public A B { get; set; } ", "return ", "typeof(", "nameof(", "a.b.c.",
            ];
            string[] page = ["@", "@(", "@{", "@a(\"", "@a[", "@if (a) {", "@code {", "@inject A B\n", "@*", "@:", "<a @b ", "}  else {", "{ \"", "a@b.c ", "@using A\n", "  ", "@{ /*", "@{ \"\"\"", "@{\n  <a>\n"];
            return [.. code.Select(piece => ("a.cs", piece)), .. page.Select(piece => ("a.cshtml", piece))];
        }
    }

    [Theory]
    [MemberData(nameof(Pieces))]
    public void Repeats_TakeLinearTime(string path, string piece)
    {
        foreach (string head in Heads)
        {
            string once = head + string.Concat(Enumerable.Repeat(piece, Repeats)), fourTimes = head + string.Concat(Enumerable.Repeat(piece, 4 * Repeats));
            LinearTime.Holds(() => Seconds(path, once), () => Seconds(path, fourTimes), head + piece);
        }
    }

    /// <summary>Neither the stack nor the memory ends, with all of it in one line.</summary>
    [Theory]
    [MemberData(nameof(Pieces))]
    public void DeepText_TakesBoundedMemory(string path, string piece)
    {
        string text = Heads[0] + string.Concat(Enumerable.Repeat(piece, Deepest));
        long before = GC.GetAllocatedBytesForCurrentThread();
        Read(path, text);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan((long)MostBytes * text.Length, piece);
    }

    private static double Seconds(string path, string text)
    {
        long start = System.Diagnostics.Stopwatch.GetTimestamp();
        Read(path, text);
        return System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static void Read(string path, string text) => ExtractorCatalogue.Read(new SourceText(path, text), new Extraction());
}
