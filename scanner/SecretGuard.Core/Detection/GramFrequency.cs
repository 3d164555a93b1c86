namespace SecretGuard.Detection;

/// <summary>Which sequences of letters are common in source text, so that literals are looked for by their rare parts.</summary>
internal static class GramFrequency
{
    // The most common first; _ is a space. Counted over 12 MB of source and configuration in some fifteen languages, letter case folded;
    // the last ones stand there some 150 times a megabyte.
    private const string Common =
        "ion tio ing _th ent tri tem typ ype the con _in ati ste ame int str ect ter yst sys _re ic_ _co par val ate ass he_ lic nam "
        + "ng_ tur ser rin ubl ert ret nte bli sta get alu on_ pub lue ode urn etu dat cti _st ull ara res ont ers nul ess rea for per "
        + "sse ons if_ tat nt_ pro __p men er_ __i new ed_ ver al_ com emb met _nu der _ne are att or_ ble ext and ew_ rn_ ali ite ity "
        + "but _pu ata est ttr age ind ram _pr sio _to ted to_ pti ute rib tes ibu _if tor _sy abl tex is_ thi rit act _va set ead tic "
        + "ope cha nti e_s col arg te_ all row his mar et_ equ ern nal ual mes es_ rat _se omp nst tim ref lse sin tho ase lec jec ime "
        + "_is _no tra ide se_ nde ult ber eri ary _ge mbe eme ist ice of_ _an thr inf orm mat ove tin _of rna ace obj ele __c mon de_ "
        + "ono end __r eve unt eth era ntr mem han bje err cod cep nfo out ssi exc _fo id_ ren lle mma hro mod las ept ces pre _de e_c "
        + "oid ume ete re_ als e_a add cre ow_ not oll cla _me ile _pa one nod tru sem din tar voi ool xce pe_ _na rop _li iti in_ har "
        + "_ty art web le_ che oft erv ner e_i cal ere fal sof e_t _ca ort rac des ten rma oun _vo qua mbl cur ial _mo ll_ nce eco bly "
        + "boo hod exp _tr loc def ven sum rsi ce_ lem _ex cop liz rti __t st_ w_n nd_ xml uri umm usi rty _fi dex n_t _be fil _a_ ain "
        + "ree mpl ss_ ine ssa cat mit sag doc ct_ eat use nta _so pri lin enc s_t ize _us num yte g_s at_ her _ar byt por _ch ol_ sec "
        + "fie ade ith tab lis key c_s _or tiv ut_ nse _as igh _bo ght spa ema ign t_i war _cl ure ran man esp ndi cte ins sto pat cou "
        + "ore ies ifi __s ens del sig ive vic var rvi d_t wri ang f_t tan ica _en _cr ild wit imp s_o rig ue_ odi bas rue tre ust _su "
        + "pos ecu me_ ena rol _ob fer e_o rem ndl pec rom tch len _fa que rid fro cas cto lid riv inc tro mic cri rip t_t arr ria dle "
        + "rec nat app iva ant ts_ _di bin ple erm _wi t_s ini _da gen c_v anc mer nne scr ack vat our dis iss ost lit t_c an_ _ov s_a "
        + "ler ars rge ene th_ ede _ma eeq ety nco _do ath rro ded rri nts put iza fin ngt enu be_ ric ee_ tha rce nit esu _ta esc rra "
        + "_fr sou htt ipt rse red nva oke ato run tec emo mpo reg urc rre els aul lat opy nge fau ein uti see tom ona ied ttp onv pac "
        + "onf ty_ l_c emp cro __e ros twa den ror cen emi zat efi sit ftw xpr _cv ly_ oin sul efa _z_ e_f eng _lo ot_ am_ les ina sti "
        + "tai ili _ou rmi ch_ ues n_a upp ar_ eof eta ns_ gth _by icr _po dre chi led _ha _el _wh req sup oso _ad _it rte __a ach tia "
        + "n_i pon _al nel tit rgu try _ev dif atu it_ _pe s_i gum ken ote nfi has as_ ese _ac e_v ule loa bac n_n tok en_ inv lea atc "
        + "ire hil ien rs_ hec und fac e_m eck t_o egi nty ock _te nin r_t mis sha e_l e_p rot ord onl vis ray ffe e_n ets omm e_r hou "
        + "spe siz _on win oca net eso can _si lde nsi sed _un poi eti sub ry_ cus pty ve_ _dz pli ari spo vid sco opt _op ncl any uil "
        + "bui __u eld pen ori son s_s epa min ger e_d erf l_s m_n mpt __b clu cor ";

    private const int Size = 3;
    private const int Letters = 27; // and the space

    private static readonly short[] Ranks = MakeRanks();

    /// <summary>How rare a sequence is at least: the rank of its rarest part, and <see cref="short.MaxValue"/> where that is not common.</summary>
    public static int Rarity(ReadOnlySpan<byte> sequence)
    {
        int rarest = 0;
        for (int i = 0; i + Size <= sequence.Length; i++)
        {
            int place = Place(sequence.Slice(i, Size));
            rarest = Math.Max(rarest, place < 0 || Ranks[place] == 0 ? short.MaxValue : Ranks[place]);
        }

        return rarest;
    }

    private static short[] MakeRanks()
    {
        short[] ranks = new short[Letters * Letters * Letters];
        byte[] common = System.Text.Encoding.ASCII.GetBytes(Common);
        for (int i = 0; i + Size <= common.Length; i += Size + 1)
        {
            ranks[Place(common.AsSpan(i, Size))] = (short)(i / (Size + 1) + 1);
        }

        return ranks;
    }

    private static int Place(ReadOnlySpan<byte> three)
    {
        int place = 0;
        foreach (byte value in three)
        {
            int letter = value is (byte)' ' or (byte)'_' ? Letters - 1 : Ascii.IsLetter(value) ? (value | 0x20) - 'a' : -1;
            if (letter < 0)
            {
                return -1;
            }

            place = place * Letters + letter;
        }

        return place;
    }
}
