using System.Text;
using SecretGuard.Detection.Names;
using SecretGuard.Detection.Urls;
using SecretGuard.Detection.Values;
using SecretGuard.Findings;
using SecretGuard.Rules.Structured;
using SecretGuard.Rules;

namespace SecretGuard.Detection.NamedValues;

/// <summary>The generic rule: a name that says secret, bound to a literal that looks like one, in any of the common syntaxes.</summary>
internal sealed class NamedValueMatcher : Matcher
{
    private const double LeastSurprise = 5; // of what is typed along the keyboard

    private static readonly string[] Roots =
    [
        "pass", "pwd", "pw=", "pw:", "pw\"", "pw'", "pw ", "pw,", "pw)", "pswd", "secret", "token", "key", "cred", "auth", "jwt", "bearer", "mnemonic", "seed", "psk", "community", "cookie", "otp", "sas", "sig", "licen", "serial", "webhook",
        "kennwort", "contrase", "clave", "senha", "mdp", "wachtwoord", "senord", "passord", "adgangskode", "salasana", "haslo", "heslo", "parola", "lozinka", "sifre", "geheim", "segret", "\"pin\"", "pin ", "pin,", "pin=", "pin:", "pat ", "pat=", "pat:", "pat\"", "code", "salt", "pepper", "şifre", "jelsz", "パスワード", "密码", "密碼", "口令", "비밀번호", "gettone", "cleapi", "cle_api", "clé", "chiave", "schluessel", "schlüssel", "llave", "chave", "sleutel", "klucz", "nyckel", "nøgle", "nøkkel", "ključ", "kulcs", "ключ", "hasło", "пароль",
        "\"value\"", "default", "sonar.login", "clear-text",
    ];

    /// <summary>Which bytes of a literal belong to the name.</summary>
    private readonly record struct NamePart(int Lead, int Length);

    private static readonly NamePart[] Parts = Array.ConvertAll(Roots, PartOf);

    /// <summary>An issuer's word is all letters, and the name around it goes on to its end.</summary>
    private static readonly NamePart IssuerPart = new(0, ContextualRules.ShortestWord);

    private static readonly string[] PlainMarks = ["{noop}", "{plain}", "{cleartext}"];

    // Looks at every rule: the index of the catalogue's literals does without.
    private readonly Lazy<Signature[]> _signatures = new(() => [.. Roots.Concat(ContextualRules.IssuerWords(Roots)).Select(root => new Signature(root, IgnoreCase: true))]);

    public override IReadOnlyList<Signature> Signatures => _signatures.Value;

    public override void Examine(ScanContext context, int position, int signature)
    {
        if (position < context.ReadUntil(Stretch.Name))
        {
            return;
        }

        ReadOnlySpan<byte> text = context.Text;
        NamePart part = signature < Roots.Length ? Parts[signature] : IssuerPart;
        NameSpan name = NameSpan.Around(text, position + part.Lead, part.Length);
        context.MarkRead(Stretch.Name, name.End);

        // The binding first: it costs less than the name, and most names are bound to nothing.
        if (!BindingReader.CanFollow(context, name))
        {
            return;
        }

        if (new BindingReader(context, name).Read() is not { } binding)
        {
            ReportKeyBytes(context, name);
            return;
        }

        if (BoundName.IsJoined(text.Slice(name.Start, name.End - name.Start)) || BoundName.EndsBase64(text, name) || (name.Start > 0 && text[name.Start - 1] is (byte)'?' or (byte)'&' && QueryMatcher.IsImage(text, binding.Start)))
        {
            return;
        }

        ReadOnlySpan<byte> full = BoundName.Full(context, name, context.Syntax is FileSyntax.Prose or FileSyntax.Unknown or FileSyntax.Yaml && name.Quote == 0);
        NameKind kind = binding.Kind == BindingKind.Call ? NameJudge.JudgeCall(full) : NameJudge.Judge(full);
        kind = kind is NameKind.None or NameKind.Weak && KeyBytes.IsDecoded(text, binding) && NameJudge.EndsInKey(full) ? NameKind.CryptoKey : kind;
        bool borrowed = kind is NameKind.None or NameKind.Weak;
        if (kind == NameKind.None && signature >= Roots.Length)
        {
            ReportIssued(context, name, binding);
            return;
        }

        if ((kind == NameKind.None && !BoundName.IsCarrier(text, name)) || (borrowed && binding.Kind == BindingKind.Argument))
        {
            return;
        }

        if (borrowed)
        {
            ReadOnlySpan<byte> parent = ParentName.Of(context, name.Start);
            NameKind inherited = parent.Length == 0 ? NameKind.None : kind == NameKind.None ? NameJudge.Judge(parent) : BoundName.JudgeUnder(text, name, parent);
            kind = inherited is NameKind.None or NameKind.Weak ? kind : inherited;
        }

        if (binding.Kind == BindingKind.Text && NameJudge.Judge(BoundName.Full(context, name, words: true)) == NameKind.None)
        {
            return;
        }

        if (kind != NameKind.None)
        {
            Report(context, name, binding, kind);
        }
    }

    /// <summary>Which bytes of a root belong to the name: quotes and operators at its ends do not.</summary>
    private static NamePart PartOf(string root)
    {
        int length = 0;
        foreach (char c in root)
        {
            length += c >= 0x800 ? 3 : c >= 0x80 ? 2 : char.IsLetter(c) || c == '.' ? 1 : 0;
        }

        return new NamePart(root[0] == '"' ? 1 : 0, length);
    }

    /// <summary>The name says only who issued the value, and the value has that issuer's format: <c>algoliaAdmin = "…"</c>.</summary>
    private static void ReportIssued(ScanContext context, NameSpan name, Binding binding)
    {
        ReadOnlySpan<byte> value = context.Text.Slice(binding.Start, binding.Length);
        if (binding.Kind == BindingKind.Assignment && !NameJudge.IsAboutSomething(context.Text.Slice(name.Start, name.End - name.Start)) && Randomness.IsDrawn(value, Randomness.LeastDrawn) && !ValueForms.IsUuid(value)
            && ContextualRules.Find(context, name, value, wholeLine: false) is { } rule)
        {
            context.Report(rule, binding.Start, binding.Length, Confidence.Medium, Reason(context, name));
        }
    }

    /// <summary>A key written as a list of bytes.</summary>
    private static void ReportKeyBytes(ScanContext context, NameSpan name)
    {
        bool bound = name.After < context.Length && context.Text[name.After] is (byte)' ' or (byte)'=' or (byte)':' or (byte)'[' or (byte)'{';
        if (bound && context.Syntax == FileSyntax.Code && context.Place == FilePlace.Ordinary && KeyBytes.TryRead(context.Text, name.After, out int start, out int length)
            && NameJudge.Judge(BoundName.Full(context, name, words: false)) is var kind && kind is not NameKind.None)
        {
            context.Report(GenericRules.For(NameKind.CryptoKey), start, length, Confidence.Medium, Reason(context, name));
        }
    }

    private static void Report(ScanContext context, NameSpan name, Binding binding, NameKind kind)
    {
        if (UserPair.TryRead(context.Text.Slice(name.Start, name.End - name.Start), context.Text.Slice(binding.Start, binding.Length), out int user))
        {
            binding = binding with { Start = binding.Start + user + 1, Length = binding.Length - user - 1 };
            kind = NameKind.Password;
        }

        ReadOnlySpan<byte> value = context.Text.Slice(binding.Start, binding.Length);
        int mark = PlainMark(value);
        binding = binding with { Start = binding.Start + mark, Length = binding.Length - mark };
        value = value.Slice(mark);
        bool loose = binding.Kind == BindingKind.Fallback || (!binding.Quoted && context.Syntax is FileSyntax.Prose or FileSyntax.Unknown);
        if (kind == NameKind.Weak && loose)
        {
            return;
        }

        bool pair = binding.Kind == BindingKind.Text && !binding.Quoted && context.Syntax is FileSyntax.Prose or FileSyntax.Unknown && context.Text[binding.Start - 1] == '=' && BoundName.IsVariable(context.Text.Slice(name.Start, name.End - name.Start));
        FileSyntax syntax = pair ? FileSyntax.Shell : name.Quote != 0 && binding is { Quoted: true, Kind: BindingKind.Assignment } ? FileSyntax.Json : context.Syntax; // as it is written, wherever that is quoted
        var place = new ValueContext(kind, binding.Quoted, syntax, context.Place);
        Confidence? confidence = ValueJudge.Judge(value, place);
        bool drawn = confidence is not null || (kind == NameKind.Weak && Randomness.IsDrawn(value, Randomness.LeastDrawn)); // a test's "key" may be anything, unless it has its issuer's name
        if (drawn && ContextualRules.Find(context, name, value, wholeLine: confidence is not null) is { } refined && !Diversity.IsStub(value))
        {
            context.Report(refined, binding.Start, binding.Length, Confidence.High, Reason(context, name));
            return;
        }

        ReadOnlySpan<byte> named = context.Text.Slice(name.Start, name.End - name.Start);
        if (BoundName.IsRepeated(named, value) || Blocklist.Holds(context.Text, name, binding) || BoundName.IsVerdict(named, value) || (binding.Kind == BindingKind.Call && ValueForms.IsUuid(value)) || (binding.Kind == BindingKind.Argument && Labels.IsNextName(named, value)))
        {
            return;
        }

        if (binding is { Quoted: true, Kind: BindingKind.Text } && context.Syntax == FileSyntax.Code && context.Text[binding.Start - 1] == '`')
        {
            return; // a command of a shell, in a string
        }

        bool alone = context.Syntax != FileSyntax.Code && LineContext.IsFilled(context, name.Start, binding.Start + binding.Length);
        confidence = confidence is { } judged ? Grade(judged, binding, value, place, alone, NameJudge.IsGiven(BoundName.Full(context, name, words: false)), pair) : null;
        confidence = confidence > Confidence.Low ? confidence : JudgeBesideUser(context, name, binding, place) ?? JudgeFallback(context, binding, place) ?? confidence;

        // Only what would be told is worth the look outward.
        if (confidence is { } sure && !IsEncryptedBlock(ParentName.Of(context, name.Start)))
        {
            context.Report(GenericRules.For(kind), binding.Start, binding.Length, sure, Reason(context, name));
        }
    }

    /// <summary>The confidence of a word that has a user beside it, or null.</summary>
    private static Confidence? JudgeBesideUser(ScanContext context, NameSpan name, Binding binding, ValueContext place)
    {
        if (place.Name is not (NameKind.Password or NameKind.Secret) || context.Place == FilePlace.Translation || !IsLiteral(context, binding))
        {
            return null;
        }

        ReadOnlySpan<byte> value = context.Text.Slice(binding.Start, binding.Length);
        ValueShape shape = ValueShape.Of(value);
        if (place.Name == NameKind.Secret && !(shape is { Upper: > 0, Lower: > 0 } && PasswordJudge.LooksChosen(value)))
        {
            return null; // it may be what the secret is called in a store
        }

        return shape.Spaces == 0 && shape.Distinct > 2 && !ValueForms.IsNoSecret(value, shape, place) && UserBeside.TryFind(context, name, binding, out int start, out int length)
            ? CallSinkMatcher.GradePair(context.Text.Slice(start, length), value, ValueJudge.Judge(value, place with { Stated = Confidence.Medium }), context.Place)
            : null;
    }

    /// <summary>The confidence of what is used where no secret is configured, or null: any word is one then.</summary>
    private static Confidence? JudgeFallback(ScanContext context, Binding binding, ValueContext place)
    {
        ReadOnlySpan<byte> value = context.Text.Slice(binding.Start, binding.Length);
        ValueShape shape = ValueShape.Of(value);
        return binding.Kind == BindingKind.Fallback && place.Name is NameKind.Secret or NameKind.CryptoKey or NameKind.Password && shape is { Spaces: 0, Distinct: > 3 } && !(place.Name != NameKind.Password && Labels.IsCapitalized(value, shape)) && !ValueForms.IsNoSecret(value, shape, place)
            ? ValueJudge.Judge(value, place with { Name = NameKind.Password, Stated = Confidence.Medium })
            : null;
    }

    /// <summary>Whether what is bound is a literal and no expression: in quotes, in a file of settings, or joined to its name as pairs are.</summary>
    private static bool IsLiteral(ScanContext context, Binding binding) => binding.Quoted
        ? binding.Kind == BindingKind.Assignment
        : context.Syntax is FileSyntax.Yaml or FileSyntax.KeyValue or FileSyntax.Shell or FileSyntax.Dockerfile || (context.Syntax != FileSyntax.Code && binding.Start > 0 && context.Text[binding.Start - 1] == '=');

    /// <summary><c>{noop}</c> and <c>{plain}</c> before a password say that it stands there as it is.</summary>
    private static int PlainMark(ReadOnlySpan<byte> value)
    {
        foreach (string mark in PlainMarks)
        {
            if (value.Length > mark.Length && AsciiText.StartsWith(value, mark, ignoreCase: true))
            {
                return mark.Length;
            }
        }

        return 0;
    }

    /// <summary>SealedSecret's encryptedData and its like.</summary>
    private static bool IsEncryptedBlock(ReadOnlySpan<byte> parent) => parent.StartsWith("encrypted"u8) || parent.StartsWith("Encrypted"u8);

    /// <summary>The looser the binding, the more the value must look like a secret by itself.</summary>
    private static Confidence Grade(Confidence confidence, Binding binding, ReadOnlySpan<byte> value, ValueContext place, bool alone, bool named, bool pair)
    {
        if (binding.Kind is BindingKind.Argument or BindingKind.Call || (binding.Kind == BindingKind.Text && !((binding.Quoted || pair) && place.Name == NameKind.Password)) || (!binding.Quoted && place.Syntax is FileSyntax.Prose or FileSyntax.Unknown))
        {
            ValueShape shape = ValueShape.Of(value);
            bool mixed = shape.Digits > 0 && shape.Letters > 0;
            bool handedOver = binding.Kind is BindingKind.Argument or BindingKind.Call && place.Name == NameKind.Password && value.Length >= 6;
            bool given = binding.Kind == BindingKind.Call && place.Name == NameKind.Password && named && shape.Spaces == 0;
            bool telling = given || mixed && (handedOver || (alone && place.Name == NameKind.Password && value.Length >= 5) || shape.Symbols > 0 || (shape.InnerDigits > 0 && place.Name == NameKind.Password) || (shape.Upper > 0 && shape.Lower > 0) || Surprise.Of(value) >= 5);
            telling |= alone && place.Name == NameKind.Password && shape is { Spaces: 0, Upper: 0 } && Surprise.Of(value) >= LeastSurprise; // qwerty, asdfgh
            return telling ? confidence : Confidence.Low;
        }

        return confidence;
    }

    private static string Reason(ScanContext context, NameSpan name)
    {
        string text = Encoding.UTF8.GetString(context.Buffer, name.Start, name.End - name.Start);
        return "value of " + (text.Length > 60 ? text.Substring(0, 60) + "…" : text);
    }
}
