using System.Text.Json;

namespace SecretGuard.Reporting;

/// <summary>The tests of all rules: what failed for people, every rule in JSON. The schema is Schemas/rule-tests.schema.json.</summary>
/// <param name="tests">One a rule, sorted by slug.</param>
public sealed class RuleTestsDocument(IReadOnlyList<RuleTest> tests) : Document
{
    private protected override string Command => "rules-test";

    private protected override string Schema => "secretguard-rule-tests-1";

    private int Failures => tests.Sum(test => test.Failures.Count);

    private protected override void WriteText(TextWriter output)
    {
        foreach (RuleTest test in tests)
        {
            foreach (RuleTestFailure failure in test.Failures)
            {
                output.WriteLine($"{test.Rule}: {VisibleText.Of(failure.Message)}");
            }
        }

        output.WriteLine($"{tests.Count} rules, {(Failures == 0 ? "every example is as it should be" : Failures == 1 ? "1 failure" : $"{Failures} failures")}");
    }

    private protected override void WriteProperties(Utf8JsonWriter json)
    {
        json.WriteStartObject("summary");
        json.WriteNumber("rules", tests.Count);
        json.WriteNumber("examples", tests.Sum(test => test.Examples));
        json.WriteNumber("failures", Failures);
        json.WriteEndObject();
        json.WriteObjects("tests", tests, WriteTest);
    }

    private static void WriteTest(Utf8JsonWriter json, RuleTest test)
    {
        json.WriteString("rule", test.Rule);
        json.WriteBoolean("custom", test.IsCustom);
        json.WriteNumber("examples", test.Examples);
        json.WriteObjects("failures", test.Failures, WriteFailure);
    }

    private static void WriteFailure(Utf8JsonWriter json, RuleTestFailure failure)
    {
        json.WriteString("kind", failure.Kind.Name());
        json.WriteString("format", failure.Format);
        json.WriteNumber("examples", failure.Examples);
        json.WriteString("message", failure.Message);
    }
}
