namespace SecretGuard.Detection.Values;

/// <summary>
/// How far a text is from words: the sum over neighbouring characters of what words would not have there. Words, identifiers and
/// dates come out near zero whatever their length, random text at about 1.5 a character in any alphabet.
/// </summary>
internal static class Surprise
{
    // -log2 P(second letter | first letter), rounded, of the words in comments and identifiers of several large open-source trees.
    private const string Bigrams =
        "75448758586353959343568867" + "36663797458377379456399959" + "39683893494479289463599979" + "36652777378666479557578969"
        + "57436668687453757234867578" + "37673489299477389455499969" + "49782655389564489346488979" + "28872899398667379464598969"
        + "56454559987442369544959796" + "27762899567766369746389999" + "37772877386576479544476969" + "37752778388378379855579959"
        + "25772898398657339957599969" + "48443538476775479833669979" + "66547768676442549344455788" + "39773886498398349354589969"
        + "69976989698487798667087999" + "38552769396655379544568959" + "48582764396677448742487968" + "38682794299678479445597858"
        + "44554669587443749333789898" + "29791999298687499778799979" + "28763784397674389447796969" + "46363597399658729762788569"
        + "46554667486544429534676967" + "26862976396665469886578954";

    private const double Typical = 4.2;

    /// <summary>The surprise in bits; about zero or less for words.</summary>
    public static double Of(ReadOnlySpan<byte> text)
    {
        double sum = 0;
        for (int i = 1; i < text.Length; i++)
        {
            byte a = text[i - 1], b = text[i];
            bool letterA = Ascii.IsLetter(a), letterB = Ascii.IsLetter(b);
            if (letterA && letterB)
            {
                // A word may begin at a capital; a capital before a capital is an acronym or a constant.
                sum += Ascii.IsLower(a) && Ascii.IsUpper(b) ? 1.0 : Bigrams[((a | 0x20) - 'a') * 26 + (b | 0x20) - 'a'] - '0' - Typical;
            }
            else if (letterA && Ascii.IsDigit(b))
            {
                sum += 1.2;
            }
            else if (Ascii.IsDigit(a) && letterB)
            {
                sum += 2.0;
            }
            else if (Ascii.IsDigit(a) && Ascii.IsDigit(b))
            {
                sum += 0.2;
            }
            else if (b is (byte)'+' or (byte)'/' or (byte)'=' || a is (byte)'+' or (byte)'/')
            {
                sum += 0.5;
            }
        }

        return sum;
    }

    /// <summary>How rare a pair of bytes is in source text, in bits; letter case does not matter.</summary>
    public static double Rarity(byte first, byte second)
    {
        if (!Ascii.IsLetter(first) || !Ascii.IsLetter(second))
        {
            bool common = first is (byte)' ' or (byte)'=' or (byte)'"' or (byte)'.' or (byte)'/' or (byte)'(' or (byte)'-' || second is (byte)' ' or (byte)'=' or (byte)'"' or (byte)'.' or (byte)'/' or (byte)'(' or (byte)'-';
            return common ? 6 : 8;
        }

        // A rare pair of rare letters: the first letter's own frequency counts too.
        return Bigrams[((first | 0x20) - 'a') * 26 + (second | 0x20) - 'a'] - '0' + "23312322343222315322244554"[(first | 0x20) - 'a'] - '0';
    }

    /// <summary>Surprise a character.</summary>
    public static double Density(ReadOnlySpan<byte> text) => text.Length < 2 ? 0 : Of(text) / (text.Length - 1);
}
