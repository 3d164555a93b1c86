using SecretGuard.Findings;

namespace SecretGuard.Rules.Providers;

/// <summary>Keys of services that run language and other models. Formats: the providers' quick starts and libraries.</summary>
internal static class ModelHostRules
{
    private static readonly Issuer Anyscale = new("Anyscale") { Advice = "Delete the key in the Anyscale console under API keys." };
    private static readonly Issuer Cerebras = new("Cerebras", "https://inference-docs.cerebras.ai/quickstart") { Advice = "Delete the key at https://cloud.cerebras.ai." };
    private static readonly Issuer Cohere = new("Cohere", "https://docs.cohere.com/docs/rate-limits") { Advice = "Delete the key at https://dashboard.cohere.com/api-keys." };
    private static readonly Issuer DeepSeek = new("DeepSeek", "https://api-docs.deepseek.com") { Advice = "Delete the key at https://platform.deepseek.com/api_keys." };
    private static readonly Issuer Fireworks = new("Fireworks AI", "https://docs.fireworks.ai/getting-started/quickstart") { Advice = "Delete the key at https://app.fireworks.ai/settings/users/api-keys." };
    private static readonly Issuer Groq = new("Groq", "https://console.groq.com/docs/quickstart") { Advice = "Delete the key at https://console.groq.com/keys." };
    private static readonly Issuer HuggingFace = new("Hugging Face", "https://huggingface.co/docs/hub/security-tokens") { Advice = "Invalidate the token at https://huggingface.co/settings/tokens." };
    private static readonly Issuer Llama = new("Meta") { Advice = "Delete the key at https://llama.developer.meta.com." };
    private static readonly Issuer Mistral = new("Mistral AI", "https://docs.mistral.ai/getting-started/quickstart") { Advice = "Delete the key at https://console.mistral.ai/api-keys." };
    private static readonly Issuer Moonshot = new("Moonshot AI") { Advice = "Delete the key at https://platform.moonshot.ai." };
    private static readonly Issuer Nvidia = new("NVIDIA", "https://docs.nvidia.com/ngc/gpu-cloud/ngc-user-guide/index.html") { Advice = "Delete the key at https://org.ngc.nvidia.com/setup/api-keys." };
    private static readonly Issuer Ollama = new("Ollama") { Advice = "Delete the key at https://ollama.com/settings/keys." };
    private static readonly Issuer OpenRouter = new("OpenRouter", "https://openrouter.ai/docs/api-reference/authentication") { Advice = "Delete the key at https://openrouter.ai/settings/keys." };
    private static readonly Issuer Perplexity = new("Perplexity", "https://docs.perplexity.ai/getting-started/quickstart") { Advice = "Delete the key at https://www.perplexity.ai/account/api/keys." };
    private static readonly Issuer Qwen = new("Alibaba Model Studio") { Advice = "Delete the key in the Model Studio console." };
    private static readonly Issuer Replicate = new("Replicate", "https://replicate.com/docs/topics/security/api-tokens") { Advice = "Disable the token at https://replicate.com/account/api-tokens." };
    private static readonly Issuer RunPod = new("RunPod", "https://docs.runpod.io/get-started/api-keys") { Advice = "Revoke the key at https://console.runpod.io/user/settings." };
    private static readonly Issuer Stability = new("Stability AI") { Advice = "Delete the key at https://platform.stability.ai/account/keys." };
    private static readonly Issuer Together = new("Together AI", "https://docs.together.ai/docs/quickstart") { Advice = "Regenerate the key at https://api.together.ai/settings/api-keys." };
    private static readonly Issuer XAI = new("xAI", "https://docs.x.ai/docs/tutorial") { Advice = "Delete the key at https://console.x.ai." };

    public static Rule[] All =>
    [
        Anyscale.Token("anyscale-api-key", "Anyscale API key", Severity.High, "esecret_[0-9A-Za-z]{26}"),
        Cerebras.Token("cerebras-api-key", "Cerebras API key", Severity.High, "csk-[0-9a-z]{48}"),
        Cohere.Near("cohere-api-key", "Cohere API key", Severity.High, ["cohere", "co_api_key"], "[0-9A-Za-z]{40}"),
        DeepSeek.Near("deepseek-api-key", "DeepSeek API key", Severity.High, ["deepseek"], "sk-" + Formats.Hex32),
        Fireworks.Near("fireworks-api-key", "Fireworks AI API key", Severity.High, ["fireworks"], "fw_[0-9A-Za-z]{22,24}"),
        Groq.Token("groq-api-key", "Groq API key", Severity.High, "gsk_[0-9A-Za-z]{52}"),
        HuggingFace.Token("hugging-face-user-token", "Hugging Face user access token", Severity.High, "hf_[0-9A-Za-z]{34}"),
        HuggingFace.Token("hugging-face-organization-token", "Hugging Face organization token", Severity.High, "api_org_[0-9A-Za-z]{34}"),
        Llama.Token("llama-api-key", "Llama API key", Severity.High, "LLM\\|[0-9]{15,16}\\|[0-9A-Za-z_-]{27}"),
        Mistral.Near("mistral-api-key", "Mistral AI API key", Severity.High, ["mistral", "codestral"], "[0-9A-Za-z]{32}"),
        Moonshot.Near("moonshot-api-key", "Moonshot AI API key", Severity.High, ["moonshot", "kimi"], "sk-[0-9A-Za-z]{48}"),
        Nvidia.Token("nvidia-api-key", "NVIDIA API key", Severity.High, "nvapi-[0-9A-Za-z_-]{64}"),
        Ollama.Near("ollama-api-key", "Ollama API key", Severity.Medium, ["ollama"], Formats.Hex32 + "\\.[0-9A-Za-z_-]{24}"),
        OpenRouter.Token("openrouter-api-key", "OpenRouter API key", Severity.High, "sk-or-v1-" + Formats.Hex64),
        Perplexity.Token("perplexity-api-key", "Perplexity API key", Severity.High, "pplx-[0-9A-Za-z]{48}"),
        Qwen.Near("dashscope-api-key", "Alibaba Model Studio API key", Severity.High, ["dashscope", "qwen"], "sk-" + Formats.Hex32),
        Replicate.Token("replicate-api-token", "Replicate API token", Severity.High, "r8_[0-9A-Za-z]{37}"),
        RunPod.Token("runpod-api-key", "RunPod API key", Severity.High, "rpa_[0-9A-Z]{40}[0-9A-Za-z]{6}"),
        Stability.Near("stability-api-key", "Stability AI API key", Severity.High, ["stability", "dreamstudio"], "sk-[0-9A-Za-z]{48}"),
        Together.Token("together-api-key", "Together AI API key", Severity.High, "tgp_v1_[0-9A-Za-z_-]{43}"),
        Together.Near("together-legacy-api-key", "Together AI API key (legacy)", Severity.High,
            ["together_api", "together_ai", "togetherai", "together.ai", "together.xyz"], Formats.Hex64),
        XAI.Token("xai-api-key", "xAI API key", Severity.High, "xai-[0-9A-Za-z]{80}"),
    ];
}
