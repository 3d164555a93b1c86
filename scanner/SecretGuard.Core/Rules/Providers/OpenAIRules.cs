using SecretGuard.Findings;

namespace SecretGuard.Rules.Providers;

/// <summary>Keys of OpenAI. All hold the company's name in base64 in the middle.</summary>
internal static class OpenAIRules
{
    private const string Mark = "T3BlbkFJ";

    private static readonly Issuer OpenAI = new("OpenAI", "https://platform.openai.com/docs/api-reference/authentication") { Advice = "Delete the key at https://platform.openai.com/api-keys and check the usage page for calls that are not yours." };

    public static Rule[] All =>
    [
        OpenAI.Token("openai-api-key", "OpenAI API key", Severity.High, Around("sk-", 20), Around("sk-None-", 20), Around("sk-None-", 74)),
        OpenAI.Token("openai-project-key", "OpenAI project API key", Severity.High, Keys("sk-proj-")),
        OpenAI.Token("openai-service-account-key", "OpenAI service account key", Severity.High, Keys("sk-svcacct-")),
        OpenAI.Token("openai-admin-key", "OpenAI admin key", Severity.Critical, Keys("sk-admin-")),
    ];

    private static string[] Keys(string prefix) => [Around(prefix, 74), Around(prefix, 58), Around(prefix, 20)];

    private static string Around(string prefix, int length)
    {
        // The shortest are of the first generation, and those were letters and digits only.
        string half = (length == 20 ? "[0-9A-Za-z]" : "[0-9A-Za-z_-]") + "{" + length + "}";
        return prefix + half + Mark + half;
    }
}
