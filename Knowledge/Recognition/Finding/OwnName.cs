using ReportBot.Knowledge.Recognition.Reading;
using ReportBot.Knowledge.Recognition.Times;

namespace ReportBot.Knowledge.Recognition.Finding;

/// <summary>Finds a name that a person gives as their own.</summary>
internal sealed class OwnName(GivenNames names)
{
    // Words that begin like a name after "I'm" but are none, whatever their capital.
    private static readonly string[] NotNames =
    [
        "a", "an", "the", "not", "very", "so", "in", "at", "on", "from", "and", "but", "or", "my", "his", "her", "is", "was", "being", "getting", "just", "really", "too", "also", "still", "going", "now", "here",
        "scared", "afraid", "frightened", "worried", "black", "white", "asian", "polish", "muslim", "jewish", "sikh", "hindu", "christian", "catholic", "gay", "lesbian", "trans", "bi", "bisexual", "disabled", "deaf", "blind", "autistic",
        "romanian", "indian", "irish", "english", "british", "scottish", "welsh", "african", "nigerian", "nepali", "nepalese", "gypsy", "roma", "traveller", "sorry", "ok", "okay", "fine", "safe", "tired", "sick", "ill", "alone", "upset", "angry",
        "reporting", "writing", "calling", "contacting", "having", "trying", "living", "pregnant", "anonymous", "happy", "unsure", "sure", "please", "thanks", "thank", "yes", "no", "hello", "hi", "dear", "it", "he", "she", "they", "we", "you", "i", "im",
        "phone", "email", "mobile", "tel", "number", "text", "call", "ring", "contact", "only", "after", "before", "best", "between", "evenings", "mornings", "weekdays", "any", "anytime", "by", "to", "me", "on", "of", "this", "that", "prefer", "rather", "iwould", "dont", "do", "can", "would", "will", "what",
    ];

    /// <summary>The name and its span, after words such as "my name is"; null when none is given.</summary>
    public Found<string>? Introduced(string text, ReadText read)
    {
        var words = new TimeWords(text, read);
        for (var i = 0; i < read.Count; i++)
        {
            var (at, sure) = Introduction(words, i);
            if (at > 0 && Name(text, read, words, at, sure) is { } name)
                return name;
        }

        return null;
    }

    /// <summary>The name in an answer that holds only contact details: what stands first and looks like a name.</summary>
    public Found<string>? Bare(string text, ReadText read)
    {
        var words = new TimeWords(text, read);
        return read.Count > 0 ? Name(text, read, words, 0, sure: read.Count <= 4 && !ContainsSentence(words)) : null;
    }

    private static (int At, bool Sure) Introduction(TimeWords words, int i)
    {
        if (words.Are(i, "my", "name", "is") || words.Are(i, "my", "names") || words.Are(i, "my", "full", "name"))
            return (words.Is(i + 1, "names") ? i + 2 : words.Is(i + 3, "is") ? i + 4 : i + 3, true);
        if (words.Is(i, "name") && (words.BeginsSentence(i) || words.EndsPhrase(i)) && !words.Is(i + 1, "calling"))
            return (words.Is(i + 1, "is") ? i + 2 : i + 1, true);
        if (words.Are(i, "call", "me") || words.Are(i, "i", "am", "called") || words.Are(i, "im", "called") || words.Are(i, "ask", "for"))
            return (words.Is(i + 1, "am") ? i + 3 : i + 2, false);
        if (words.Is(i, "im") || words.Are(i, "i", "am") || ((words.Are(i, "this", "is") || words.Is(i, "its") || words.Are(i, "it", "is")) && words.BeginsSentence(i)))
            return (words.Is(i, "im") || words.Is(i, "its") ? i + 1 : i + 2, false);
        return (0, false);
    }

    private Found<string>? Name(string text, ReadText read, TimeWords words, int at, bool sure)
    {
        if (words[at] is "mr" or "mrs" or "ms" or "miss" or "mx" or "dr")
            (at, sure) = (at + 1, true);
        var end = at;
        while (end < read.Count && end < at + 4 && (end == at || IsNext(read, words, end)) && IsNameWord(read, words, end, sure || end > at))
            end++;
        if (end == at || !(sure || words.IsCapital(at)) || (!sure && end == at + 1 && !names.IsPossible(words[at]) && !words.EndsPhrase(at)))
            return null;
        var where = read.Where(at, end);
        return new Found<string>(where.In(text), where);
    }

    private static bool IsNext(ReadText read, TimeWords words, int i) =>
        words.Sentence(i) == words.Sentence(i - 1) && !read.Words[i].Is(WordMarks.AfterPause) && (words.IsCapital(i) || !words.IsCapital(i - 1));

    private bool IsNameWord(ReadText read, TimeWords words, int i, bool sure) =>
        words[i].Length > 1 && !IsInAddress(words, i) && !words[i].ContainsAnyInRange('0', '9') && !words.IsAny(i, NotNames) && !read.Words[i].Is(WordMarks.Disguised)
        && (sure || words.IsCapital(i) || names.IsSure(words[i]));

    private static bool IsInAddress(TimeWords words, int i) => words[i].Contains('@') || words[i + 1].Contains('@') && words.Joint(i) == '.' || (words.Joint(i - 1) == '.' && !words.BeginsSentence(i));

    private static bool ContainsSentence(TimeWords words)
    {
        for (var i = 0; i < words.Count; i++)
            if (words[i] is "is" or "was" or "i" or "im" or "he" or "she" or "they" or "have" or "want" or "please" or "my")
                return true;
        return false;
    }
}
