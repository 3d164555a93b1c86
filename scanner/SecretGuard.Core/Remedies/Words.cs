namespace SecretGuard.Remedies;

/// <summary>The words that identifiers, keys and slugs are made of.</summary>
public static class Words
{
    /// <summary>Names of products that are one word with two capitals.</summary>
    private static readonly HashSet<string> Joined = new(StringComparer.Ordinal) { "oauth", "github", "gitlab", "mysql", "mongodb", "paypal", "sendgrid" };

    /// <summary>Such as <c>smtpPassword</c>, <c>SMTP_PASSWORD</c>, <c>smtp-password</c>: smtp and password.</summary>
    public static IReadOnlyList<string> Of(string name)
    {
        var words = new List<string>();
        int start = 0;
        for (int i = 1; i <= name.Length; i++)
        {
            if (i == name.Length || !char.IsLetterOrDigit(name[i]) || Begins(name, i))
            {
                Add(words, name.Substring(start, i - start));
                start = i;
            }
        }

        // m_password, s_password, X-Api-Key: the letter says nothing.
        if (words.Count > 1 && words[0] is "m" or "s" or "x")
        {
            words.RemoveAt(0);
        }

        return words;
    }

    /// <summary>The words as one identifier: SmtpPassword.</summary>
    public static string Pascal(IEnumerable<string> words) => string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1)));

    private static bool Begins(string name, int at)
    {
        bool upper = char.IsUpper(name[at]);
        return upper && (char.IsLower(name[at - 1]) || char.IsDigit(name[at - 1]) || (char.IsUpper(name[at - 1]) && at + 1 < name.Length && char.IsLower(name[at + 1])));
    }

    private static void Add(List<string> words, string text)
    {
        string word = new([.. text.Where(char.IsLetterOrDigit)]);
        if (word.Length == 0)
        {
            return;
        }

        word = word.ToLowerInvariant();
        if (words.Count > 0 && Joined.Contains(words[words.Count - 1] + word))
        {
            words[words.Count - 1] += word;
        }
        else
        {
            words.Add(word);
        }
    }
}
