namespace SecretGuard.Stores.Kubernetes;

/// <summary>Knows what operators mean. Their messages hold whatever a provider wrote, so that they are recognised and never repeated.</summary>
internal static class OperatorMessages
{
    private static readonly (string[] Words, string Cause, string Advice)[] Known =
    [
        (["vault is sealed"], "the Vault behind it is sealed", "unseal it ('vault operator unseal'), and let the operator look again"),
        (["kubernetes auth", "permission denied"], "Vault refuses the operator's Kubernetes login", "see whether Vault may review tokens (TokenReview, a reviewer token that has not expired) and whether the role binds this service account"),
        (["permission denied"], "the store refuses the operator this path", "add the path to the policy of the operator's role"),
        (["azure_federated_token_file"], "no federated token is mounted into the operator", "see whether the webhook of Azure's workload identity runs, and whether the service account is labelled for it"),
        (["aadsts"], "Entra ID refuses the operator's identity", "compare issuer, subject and audience of its federated credential with the service account"),
        (["is not authorized to perform"], "AWS lets the operator's role not do it", "add what 'verify --permissions --values' prints to the role"),
        (["forbidden"], "the store refuses the operator", "give its identity the role that reads secrets"),
        (["unauthorized"], "the store does not accept the operator's credential", "see whether it expired"),
        (["cannot find secret data for key"], "the secret is there, and lacks the property that is asked for", "add it, or correct 'property'"),
        (["property", "does not exist"], "the secret is there, and lacks the property that is asked for", "add it, or correct 'property'"),
        (["could not get", "secretstore"], "the store that it names is not there", "create it, or correct 'secretStoreRef'"),
        (["resourcenotfound"], "the store has no secret of its key", "create it, or correct the key and the store's prefix"),
        (["secretnotfound"], "the store has no secret of its key", "create it, or correct the key and the store's prefix"),
        (["does not exist"], "the store has no secret of its key", "create it, or correct the key and the store's prefix"),
        (["not found"], "the store has no secret of its key", "create it, or correct the key and the store's prefix"),
        (["no such host"], "the store's address is not known in the cluster", "correct the address in the store"),
        (["connection refused"], "nothing answers at the store's address", "see whether the store runs, and whether a network policy is in the way"),
        (["deadline exceeded"], "the store did not answer in time", "see whether the store runs, and whether a network policy is in the way"),
        (["i/o timeout"], "the store did not answer in time", "see whether the store runs, and whether a network policy is in the way"),
        (["x509"], "the store's certificate is not trusted in the cluster", "add its authority to the store ('caBundle', 'caProvider')"),
    ];

    /// <summary>The cause and what to do; where the message says nothing that is known, the operator's own word for it.</summary>
    /// <param name="reason">The condition's reason: one word.</param>
    /// <param name="message">The condition's message.</param>
    public static (string Cause, string Advice) Explain(string reason, string message)
    {
        foreach ((string[] words, string cause, string advice) in Known)
        {
            if (Array.TrueForAll(words, word => message.Contains(word, StringComparison.OrdinalIgnoreCase)))
            {
                return (cause, advice);
            }
        }

        bool isWord = reason.Length is > 0 and < 64 && reason.All(char.IsAsciiLetterOrDigit);
        return (isWord ? $"its operator says {reason}" : "its operator says that it is not ready", "'kubectl describe' shows the operator's message");
    }
}
