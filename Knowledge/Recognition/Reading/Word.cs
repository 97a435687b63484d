namespace ReportBot.Knowledge.Recognition.Reading;

/// <summary>How a word stands in its text.</summary>
[Flags]
internal enum WordMarks : byte
{
    None = 0,

    /// <summary>Begins with a capital letter.</summary>
    Capital = 1,

    /// <summary>Two letters or more, all of them capitals.</summary>
    AllCapitals = 2,

    /// <summary>Stands between quotation marks.</summary>
    Quoted = 4,

    /// <summary>Some of its letters are hidden or replaced: p***, f@g, tr4nny.</summary>
    Disguised = 8,

    /// <summary>Begins with a digit.</summary>
    Number = 16,

    /// <summary>Its id was found by correcting the spelling.</summary>
    Corrected = 32,

    /// <summary>A comma, dash, colon or bracket stands before it.</summary>
    AfterPause = 64,

    /// <summary>The first word of a quotation.</summary>
    OpensQuote = 128,
}

/// <summary>A word of a text.</summary>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="Length">How many characters of the text it covers.</param>
/// <param name="Id">Its id in the lexicon; 0 when it is not there.</param>
/// <param name="Sentence">The number of its sentence, from 0.</param>
/// <param name="Marks">How it stands.</param>
internal readonly record struct Word(int Start, int Length, int Id, int Sentence, WordMarks Marks)
{
    /// <summary>Where the word ends in the text.</summary>
    public int End => Start + Length;

    /// <summary>True when any of the marks is set.</summary>
    public bool Is(WordMarks marks) => (Marks & marks) != 0;
}

/// <summary>A term of the lexicon found in a text.</summary>
/// <param name="First">Its first word.</param>
/// <param name="Count">How many words it takes.</param>
/// <param name="Kind">What it is: the number of its set of classes in the lexicon.</param>
internal readonly record struct Term(int First, int Count, int Kind)
{
    /// <summary>The word after its last.</summary>
    public int End => First + Count;
}

/// <summary>A rule that matched.</summary>
/// <param name="Rule">The rule, as numbered by its book.</param>
/// <param name="First">The first word it rests on.</param>
/// <param name="End">The word after the last it rests on.</param>
/// <param name="FocusFirst">The first word of what it speaks about; -1 when it names nothing.</param>
/// <param name="FocusEnd">The word after what it speaks about.</param>
internal readonly record struct RuleHit(int Rule, int First, int End, int FocusFirst, int FocusEnd);
