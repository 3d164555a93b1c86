using SecretGuard.Findings;

namespace SecretGuard.Rules.Providers;

/// <summary>Keys of services that run language and other models. Formats: the providers' quick starts and libraries.</summary>
internal static class ModelHostRules
{
    private static readonly Issuer Anyscale = new("Anyscale", "Delete the key in the Anyscale console under API keys.");
    private static readonly Issuer Cerebras = new("Cerebras", "Delete the key at https://cloud.cerebras.ai.", "https://inference-docs.cerebras.ai/quickstart");
    private static readonly Issuer Cohere = new("Cohere", "Delete the key at https://dashboard.cohere.com/api-keys.", "https://docs.cohere.com/docs/rate-limits");
    private static readonly Issuer DeepSeek = new("DeepSeek", "Delete the key at https://platform.deepseek.com/api_keys.", "https://api-docs.deepseek.com");
    private static readonly Issuer Fireworks = new("Fireworks AI", "Delete the key at https://app.fireworks.ai/settings/users/api-keys.", "https://docs.fireworks.ai/getting-started/quickstart");
    private static readonly Issuer Groq = new("Groq", "Delete the key at https://console.groq.com/keys.", "https://console.groq.com/docs/quickstart");
    private static readonly Issuer HuggingFace = new("Hugging Face", "Invalidate the token at https://huggingface.co/settings/tokens.", "https://huggingface.co/docs/hub/security-tokens");
    private static readonly Issuer Llama = new("Meta", "Delete the key at https://llama.developer.meta.com.");
    private static readonly Issuer Mistral = new("Mistral AI", "Delete the key at https://console.mistral.ai/api-keys.", "https://docs.mistral.ai/getting-started/quickstart");
    private static readonly Issuer Moonshot = new("Moonshot AI", "Delete the key at https://platform.moonshot.ai.");
    private static readonly Issuer Nvidia = new("NVIDIA", "Delete the key at https://org.ngc.nvidia.com/setup/api-keys.", "https://docs.nvidia.com/ngc/gpu-cloud/ngc-user-guide/index.html");
    private static readonly Issuer Ollama = new("Ollama", "Delete the key at https://ollama.com/settings/keys.");
    private static readonly Issuer OpenRouter = new("OpenRouter", "Delete the key at https://openrouter.ai/settings/keys.", "https://openrouter.ai/docs/api-reference/authentication");
    private static readonly Issuer Perplexity = new("Perplexity", "Delete the key at https://www.perplexity.ai/account/api/keys.", "https://docs.perplexity.ai/getting-started/quickstart");
    private static readonly Issuer Qwen = new("Alibaba Model Studio", "Delete the key in the Model Studio console.");
    private static readonly Issuer Replicate = new("Replicate", "Disable the token at https://replicate.com/account/api-tokens.", "https://replicate.com/docs/topics/security/api-tokens");
    private static readonly Issuer RunPod = new("RunPod", "Revoke the key at https://console.runpod.io/user/settings.", "https://docs.runpod.io/get-started/api-keys");
    private static readonly Issuer Stability = new("Stability AI", "Delete the key at https://platform.stability.ai/account/keys.");
    private static readonly Issuer Together = new("Together AI", "Regenerate the key at https://api.together.ai/settings/api-keys.", "https://docs.together.ai/docs/quickstart");
    private static readonly Issuer XAI = new("xAI", "Delete the key at https://console.x.ai.", "https://docs.x.ai/docs/tutorial");

    public static IEnumerable<Rule> All =>
    [
        Anyscale.Token("anyscale-api-key", "Anyscale API key", Severity.High, "esecret_[0-9A-Za-z]{26}"),
        Cerebras.Token("cerebras-api-key", "Cerebras API key", Severity.High, "csk-[0-9a-z]{48}"),
        Cohere.NamedToken("cohere-api-key", "Cohere API key", Severity.High, "[0-9A-Za-z]{40}", "cohere", "co_api_key"),
        DeepSeek.NamedToken("deepseek-api-key", "DeepSeek API key", Severity.High, "sk-" + Formats.Hex32, "deepseek"),
        Fireworks.NamedToken("fireworks-api-key", "Fireworks AI API key", Severity.High, "fw_[0-9A-Za-z]{22,24}", "fireworks"),
        Groq.Token("groq-api-key", "Groq API key", Severity.High, "gsk_[0-9A-Za-z]{52}"),
        HuggingFace.Token("hugging-face-user-token", "Hugging Face user access token", Severity.High, "hf_[0-9A-Za-z]{34}"),
        HuggingFace.Token("hugging-face-organization-token", "Hugging Face organization token", Severity.High, "api_org_[0-9A-Za-z]{34}"),
        Llama.Token("llama-api-key", "Llama API key", Severity.High, "LLM\\|[0-9]{15,16}\\|[0-9A-Za-z_-]{27}"),
        Mistral.NamedToken("mistral-api-key", "Mistral AI API key", Severity.High, "[0-9A-Za-z]{32}", "mistral", "codestral"),
        Moonshot.NamedToken("moonshot-api-key", "Moonshot AI API key", Severity.High, "sk-[0-9A-Za-z]{48}", "moonshot", "kimi"),
        Nvidia.Token("nvidia-api-key", "NVIDIA API key", Severity.High, "nvapi-[0-9A-Za-z_-]{64}"),
        Ollama.NamedToken("ollama-api-key", "Ollama API key", Severity.Medium, Formats.Hex32 + "\\.[0-9A-Za-z_-]{24}", "ollama"),
        OpenRouter.Token("openrouter-api-key", "OpenRouter API key", Severity.High, "sk-or-v1-" + Formats.Hex64),
        Perplexity.Token("perplexity-api-key", "Perplexity API key", Severity.High, "pplx-[0-9A-Za-z]{48}"),
        Qwen.NamedToken("dashscope-api-key", "Alibaba Model Studio API key", Severity.High, "sk-" + Formats.Hex32, "dashscope", "qwen"),
        Replicate.Token("replicate-api-token", "Replicate API token", Severity.High, "r8_[0-9A-Za-z]{37}"),
        RunPod.Token("runpod-api-key", "RunPod API key", Severity.High, "rpa_[0-9A-Z]{40}[0-9A-Za-z]{6}"),
        Stability.NamedToken("stability-api-key", "Stability AI API key", Severity.High, "sk-[0-9A-Za-z]{48}", "stability", "dreamstudio"),
        Together.Token("together-api-key", "Together AI API key", Severity.High, "tgp_v1_[0-9A-Za-z_-]{43}"),
        Together.NamedToken("together-legacy-api-key", "Together AI API key (legacy)", Severity.High, Formats.Hex64, "together_api", "together_ai", "togetherai", "together.ai", "together.xyz"),
        XAI.Token("xai-api-key", "xAI API key", Severity.High, "xai-[0-9A-Za-z]{80}"),
    ];
}
