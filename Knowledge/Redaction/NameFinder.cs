namespace ReportBot.Knowledge.Redaction;

/// <summary>
/// Finds people's names: known ones, those that words such as "Mr", "called" or "my neighbour" announce, and words with a capital
/// that nobody here knows. A name goes on over surnames, initials and particles.
/// </summary>
internal sealed class NameFinder(NameWords words)
{
    private const int LongestName = 6;
    private const NameSigns Sure = NameSigns.Given | NameSigns.Surname;
    private const NameSigns AnyName = Sure | NameSigns.GivenWord | NameSigns.SurnameWord;
    private const NameSigns NoName = NameSigns.Common | NameSigns.NotName;

    /// <summary>Adds every name.</summary>
    public void Find(string text, List<PlainWord> read, Masks masks)
    {
        var signs = new NameSigns[read.Count];
        for (var i = 0; i < signs.Length; i++)
            signs[i] = words.SignsOf(read[i]);
        var reading = new Names(read, signs, words);
        for (var i = 0; i < read.Count;)
        {
            if (!reading.BeginsAt(i))
            {
                i++;
                continue;
            }

            var end = reading.EndOf(i);
            masks.Add(MaskedKind.Name, read[i].Start, read[end - 1].End - read[i].Start);
            i = end;
        }
    }

    private readonly struct Names(List<PlainWord> read, NameSigns[] signs, NameWords words)
    {
        public bool BeginsAt(int i)
        {
            var sign = signs[i];
            if (read[i].HasDigit || IsTitle(i))
                return false;
            if (IsAnnounced(i))
                return true;
            if (read[i].IsInitial)
                return read[i].IsCapital && read[i].Folded is not ("i" or "a") && (IsSurnameAt(i + 1) || IsInitialled(i));
            if ((sign & Sure) != 0 && (sign & NameSigns.NotName) == 0)
                return read[i].IsCapital || ((sign & NameSigns.Given) != 0 && read[i].Folded.Length > 2) || IsLikelyWithoutCapital(i);
            if (!read[i].IsCapital && (sign & NoName) == 0 && read[i].Folded.Length > 2 && i + 1 < read.Count && !read[i + 1].AfterPause)
                return (signs[i + 1] & (NameSigns.Surname | NameSigns.NotName)) == NameSigns.Surname;
            if (!read[i].IsCapital || (read[i].IsAllCapitals && read[i].Folded.Length <= 5))
                return false;
            return read[i].Begins ? IsNameAtBeginning(i) : IsNameInside(i);
        }

        // After the first word: surnames and unknown words with a capital, initials, particles before one, in the same phrase.
        public int EndOf(int first)
        {
            var end = first + 1;
            while (end < read.Count && end - first < LongestName && !read[end].AfterPause && GoesOn(first, end))
                end++;
            while (end > first + 1 && !read[end - 1].IsCapital && (signs[end - 1] & NameSigns.Particle) != 0 && (signs[end - 1] & Sure) == 0)
                end--;
            return end;
        }

        private bool GoesOn(int first, int i)
        {
            var sign = signs[i];
            if (read[i].HasDigit)
                return false;
            if (read[i].IsCapital && (read[i].IsInitial && read[i].Folded != "i" || (sign & AnyName) != 0 || (sign & NoName) == 0))
                return true;
            if ((sign & NameSigns.Particle) != 0)
                return IsBeforeName(i + 1);
            if (read[i].IsCapital || read[first].IsCapital)
                return (sign & NameSigns.Surname) != 0;
            return (sign & Sure) != 0 || ((sign & NameSigns.SurnameWord) != 0 && (sign & NameSigns.NotName) == 0 && (signs[first] & NameSigns.Given) != 0 && i == first + 1 && IsAfterName(i + 1));
        }

        // "de la Cruz", "bin Khalid": what follows the particles is a name.
        private bool IsBeforeName(int i)
        {
            while (i < read.Count && !read[i].AfterPause && (signs[i] & NameSigns.Particle) != 0 && !read[i].IsCapital)
                i++;
            return i < read.Count && !read[i].AfterPause && ((read[i].IsCapital && (signs[i] & NameSigns.NotName) == 0) || (signs[i] & Sure) != 0);
        }

        private bool IsAnnounced(int i)
        {
            if (i == 0 || read[i].AfterPause && !IsAfterColonOrComma(i))
                return false;
            if (IsTitle(i - 1))
                return read[i].IsCapital ? (signs[i] & NameSigns.NotName) == 0 || (signs[i] & AnyName) != 0 : IsAnnouncedWithoutCapital(i);
            if (IsIntroduced(i, out var isSure))
                return read[i].IsCapital
                    ? (signs[i] & NameSigns.NotName) == 0 && (isSure || (signs[i] & NameSigns.Common) == 0 || (signs[i] & AnyName) != 0)
                    : (signs[i] & (Sure | NameSigns.GivenWord)) != 0 && (signs[i] & NameSigns.NotName) == 0 && !IsHelper(i) || (isSure && (signs[i] & NoName) == 0);
            if ((signs[i - 1] & NameSigns.Relation) == 0 || read[i].AfterPause)
                return false;
            if (read[i].IsCapital)
                return (signs[i] & NameSigns.NotName) == 0 && ((signs[i] & NameSigns.Common) == 0 || (signs[i] & AnyName) != 0);
            return (signs[i] & (NameSigns.GivenWord | NameSigns.AfterName)) == NameSigns.GivenWord && !IsHelper(i) || ((signs[i] & NoName) == 0 && read[i].Folded.Length > 3 && IsAfterName(i + 1) && IsOwned(i - 1));
        }

        private bool IsAnnouncedWithoutCapital(int i) =>
            (signs[i - 1] & NameSigns.SureTitle) != 0 && ((signs[i] & NameSigns.Common) == 0 || (signs[i] & AnyName) != 0);

        // "my name is", "name:", "named", "called", "this is", "I'm", "I am", "it's".
        private bool IsIntroduced(int i, out bool isSure)
        {
            var (one, two, three) = (At(i - 1), At(i - 2), At(i - 3));
            isSure = words.Introduces(one) || (one is "is" or "was" or "are" && two is "name" or "names" or "surname") || one is "name" or "names" && two is "my" or "his" or "her" or "their"
                || (one == "as" && two is "known") || (one == "by" && two is "goes" or "went")
                || (one == "called" && two is "is" or "was" or "are" or "someone" or "man" or "woman" or "guy" or "bloke" or "lad" or "boy" or "girl" or "neighbour" or "lady" or "son" or "daughter");
            return isSure || words.MayIntroduce(one) || one is "im" || (one == "am" && two == "i") || (one is "is" && two is "this" or "it") || one == "its"
                || (one == "and" && (three is "name" or "called" or "named" or "names"));
        }

        private bool IsNameInside(int i)
        {
            var sign = signs[i];
            if ((sign & NameSigns.NotName) != 0)
                return (sign & (NameSigns.Given | NameSigns.GivenWord)) != 0 && (sign & NameSigns.Common) == 0 && IsSurnameAt(i + 1);
            if ((sign & NameSigns.GivenWord) != 0)
                return true;
            if ((sign & NameSigns.SurnameWord) != 0)
                return (sign & NameSigns.Common) == 0 || IsAfterName(i + 1) && (sign & NameSigns.Relation) == 0;
            return (sign & NameSigns.Common) == 0 && read[i].Folded.Length > 1;
        }

        private bool IsNameAtBeginning(int i)
        {
            var sign = signs[i];
            if ((sign & NameSigns.NotName) != 0)
                return false;
            if ((sign & NameSigns.GivenWord) != 0)
                return IsSurnameAt(i + 1) || (IsAfterName(i + 1) && !IsHelper(i)) || IsEnd(i + 1);
            if ((sign & NameSigns.Common) != 0)
                return false;
            return IsAfterName(i + 1) || IsSurnameAt(i + 1) || IsEnd(i + 1);
        }

        private bool IsSurnameAt(int i) => i < read.Count && !read[i].AfterPause && read[i].IsCapital && (signs[i] & NameSigns.NotName) == 0
            && ((signs[i] & AnyName) != 0 || (signs[i] & NameSigns.Common) == 0);

        // "J. P. Smith".
        private bool IsInitialled(int i) => i + 1 < read.Count && read[i + 1].IsInitial && read[i + 1].IsCapital && IsSurnameAt(i + 2);

        private bool IsAfterName(int i) => i >= read.Count || read[i].AfterPause || (signs[i] & NameSigns.AfterName) != 0;

        private bool IsEnd(int i) => i >= read.Count || read[i].Begins;

        private bool IsTitle(int i) => (signs[i] & (NameSigns.Title | NameSigns.SureTitle)) != 0 && (signs[i] & NameSigns.Given) == 0
            && (read[i].IsCapital || (signs[i] & NameSigns.SureTitle) != 0);

        private bool IsLikelyWithoutCapital(int i) => i > 0 && !read[i].AfterPause && ((signs[i - 1] & (NameSigns.Given | NameSigns.Relation)) != 0 || IsTitle(i - 1));

        private bool IsOwned(int i) => At(i - 1) is "my" or "our" or "his" or "her" or "the" or "their" or "your";

        // "my son will not", "my neighbour may": a helping verb, not a name.
        private bool IsHelper(int i) => read[i].Folded is "will" or "may" or "can" or "mark" or "hope" or "pat" or "rob" or "sue" or "art" or "guy" or "dean" or "pray" or "grant" or "drew" or "chase"
            && !IsAfterName(i + 1) || read[i].Folded is "will" or "may" && At(i + 1) is "not" or "be" or "have" or "never" or "also" or "always" or "do";

        private bool IsAfterColonOrComma(int i) => At(i - 1) is "name" or "names" or "surname" or "forename";

        private string At(int i) => i < 0 || i >= read.Count ? "" : read[i].Folded;
    }
}
