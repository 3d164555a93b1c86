using SecretGuard.Findings;

namespace SecretGuard.Rules.Providers;

/// <summary>Keys of services around models: speech, search, vectors, traces. Formats: the providers' quick starts and libraries.</summary>
internal static class ModelToolRules
{
    private static readonly Issuer AI21 = new("AI21 Labs") { Advice = "Delete the key at https://studio.ai21.com/account/api-key." };
    private static readonly Issuer Apify = new("Apify", "https://docs.apify.com/platform/integrations/api") { Advice = "Delete the token at https://console.apify.com/settings/integrations." };
    private static readonly Issuer AssemblyAI = new("AssemblyAI") { Advice = "Delete the key at https://www.assemblyai.com/app/api-keys." };
    private static readonly Issuer Clarifai = new("Clarifai") { Advice = "Delete the token under Settings, Secrets in the Clarifai portal." };
    private static readonly Issuer Deepgram = new("Deepgram", "https://developers.deepgram.com/docs/create-additional-api-keys") { Advice = "Delete the key at https://console.deepgram.com." };
    private static readonly Issuer E2B = new("E2B", "https://e2b.dev/docs/api-key") { Advice = "Delete the key at https://e2b.dev/dashboard." };
    private static readonly Issuer ElevenLabs = new("ElevenLabs", "https://elevenlabs.io/docs/api-reference/authentication") { Advice = "Delete the key at https://elevenlabs.io/app/settings/api-keys." };
    private static readonly Issuer Firecrawl = new("Firecrawl", "https://docs.firecrawl.dev/introduction") { Advice = "Delete the key at https://www.firecrawl.dev/app/api-keys." };
    private static readonly Issuer Helicone = new("Helicone", "https://docs.helicone.ai/helicone-headers/helicone-auth") { Advice = "Delete the key at https://us.helicone.ai/settings/api-keys." };
    private static readonly Issuer Jina = new("Jina AI") { Advice = "Delete the key at https://jina.ai/api-dashboard." };
    private static readonly Issuer Langfuse = new("Langfuse", "https://langfuse.com/faq/all/where-are-langfuse-api-keys") { Advice = "Delete the key under Project settings, API keys." };
    private static readonly Issuer LangSmith = new("LangSmith", "https://docs.smith.langchain.com/administration/api-keys") { Advice = "Delete the key at https://smith.langchain.com/settings." };
    private static readonly Issuer LlamaIndex = new("LlamaIndex") { Advice = "Delete the key at https://cloud.llamaindex.ai/api-key." };
    private static readonly Issuer Mem0 = new("Mem0") { Advice = "Delete the key at https://app.mem0.ai/dashboard/api-keys." };
    private static readonly Issuer Modal = new("Modal", "https://modal.com/docs/reference/modal.config") { Advice = "Delete the token at https://modal.com/settings/tokens." };
    private static readonly Issuer Pinecone = new("Pinecone", "https://docs.pinecone.io/guides/projects/manage-api-keys") { Advice = "Delete the key at https://app.pinecone.io under API keys." };
    private static readonly Issuer Portkey = new("Portkey") { Advice = "Delete the key at https://app.portkey.ai/api-keys." };
    private static readonly Issuer PromptLayer = new("PromptLayer") { Advice = "Delete the key in the PromptLayer settings." };
    private static readonly Issuer Tavily = new("Tavily", "https://docs.tavily.com/documentation/api-reference/introduction") { Advice = "Delete the key at https://app.tavily.com." };
    private static readonly Issuer Voyage = new("Voyage AI", "https://docs.voyageai.com/docs/api-key-and-installation") { Advice = "Delete the key at https://dashboard.voyageai.com." };
    private static readonly Issuer WeightsAndBiases = new("Weights & Biases", "https://docs.wandb.ai/support/find_api_key") { Advice = "Delete the key at https://wandb.ai/settings." };

    public static Rule[] All =>
    [
        AI21.Near("ai21-api-key", "AI21 Labs API key", Severity.High, ["ai21"], "[0-9A-Za-z]{32}"),
        Apify.Token("apify-api-token", "Apify API token", Severity.High, "apify_api_[0-9A-Za-z]{36}"),
        AssemblyAI.Near("assemblyai-api-key", "AssemblyAI API key", Severity.Medium, ["assemblyai", "assembly_ai", "assembly-ai"], Formats.Hex32),
        Clarifai.Near("clarifai-token", "Clarifai personal access token", Severity.Medium, ["clarifai"], Formats.Hex32),
        Deepgram.Near("deepgram-api-key", "Deepgram API key", Severity.Medium, ["deepgram"], Formats.Hex40),
        E2B.Token("e2b-api-key", "E2B API key", Severity.High, "e2b_" + Formats.Hex40),
        ElevenLabs.Token("elevenlabs-api-key", "ElevenLabs API key", Severity.High, "sk_[0-9a-f]{48}"),
        ElevenLabs.Near("elevenlabs-legacy-api-key", "ElevenLabs API key (legacy)", Severity.High,
            ["elevenlabs", "eleven_labs", "xi-api-key", "xi_api_key"], Formats.Hex32),
        Firecrawl.Token("firecrawl-api-key", "Firecrawl API key", Severity.Medium, "fc-" + Formats.Hex32),
        Helicone.Token("helicone-api-key", "Helicone API key", Severity.High, "sk-helicone-(eu-)?[0-9a-z]{7}-[0-9a-z]{7}-[0-9a-z]{7}-[0-9a-z]{7}"),
        Jina.Token("jina-api-key", "Jina AI API key", Severity.Medium, "jina_[0-9A-Za-z]{60}"),
        Langfuse.Token("langfuse-secret-key", "Langfuse secret key", Severity.High, "sk-lf-" + Formats.Uuid),
        LangSmith.Token("langsmith-personal-token", "LangSmith personal access token", Severity.High, "lsv2_pt_[0-9a-f]{32}_[0-9a-f]{10}"),
        LangSmith.Token("langsmith-service-key", "LangSmith service key", Severity.High, "lsv2_sk_[0-9a-f]{32}_[0-9a-f]{10}"),
        LangSmith.Token("langsmith-legacy-api-key", "LangSmith API key (legacy)", Severity.High, "ls__[0-9a-f]{32}"),
        LlamaIndex.Token("llamacloud-api-key", "LlamaCloud API key", Severity.High, "llx-[0-9A-Za-z]{48}"),
        Mem0.Token("mem0-api-key", "Mem0 API key", Severity.Medium, "m0-[0-9A-Za-z]{40}"),
        Modal.Near("modal-token-secret", "Modal token secret", Severity.High, ["modal"], "as-[0-9A-Za-z]{22}"),
        Pinecone.Token("pinecone-api-key", "Pinecone API key", Severity.High, "pcsk_[0-9A-Za-z]{5,6}_[0-9A-Za-z]{63}"),
        Pinecone.Near("pinecone-legacy-api-key", "Pinecone API key (legacy)", Severity.High, ["pinecone"], Formats.Uuid),
        Portkey.Near("portkey-api-key", "Portkey API key", Severity.High, ["portkey"], "[0-9A-Za-z+/]{27}="),
        PromptLayer.Token("promptlayer-api-key", "PromptLayer API key", Severity.Medium, "pl_[0-9a-f]{32}"),
        Tavily.Token("tavily-api-key", "Tavily API key", Severity.Medium, "tvly-(dev-|prod-)?[0-9A-Za-z]{32}"),
        Voyage.Near("voyage-api-key", "Voyage AI API key", Severity.Medium, ["voyage"], "(pa|al)-[0-9A-Za-z_-]{43}"),
        WeightsAndBiases.Token("wandb-api-key", "Weights & Biases API key", Severity.High, "wandb_v1_[0-9A-Za-z]{27}_[0-9A-Za-z]{49}"),
        WeightsAndBiases.Near("wandb-legacy-api-key", "Weights & Biases API key (legacy)", Severity.High,
            ["wandb", "weights_and_biases", "weightsandbiases"], Formats.Hex40),
    ];
}
