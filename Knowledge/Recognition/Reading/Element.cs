using System.Runtime.InteropServices;

namespace ReportBot.Knowledge.Recognition.Reading;

/// <summary>What an element of a rule asks of the text.</summary>
internal enum ElementKind : byte
{
    /// <summary>One given word.</summary>
    Word,

    /// <summary>One of a few given words.</summary>
    OneOf,

    /// <summary>A term of a class.</summary>
    Class,

    /// <summary>Up to so many words of any kind, within the sentence.</summary>
    Gap,

    /// <summary>The end of a sentence.</summary>
    SentenceEnd,

    /// <summary>No term of a class begins here; takes no word.</summary>
    NotClass,

    /// <summary>Not this word here; takes no word.</summary>
    NotWord,
}

/// <summary>One element of a rule.</summary>
/// <param name="Kind">What it asks.</param>
/// <param name="Key">The word, the set of words, the class, or the length of the gap.</param>
/// <param name="OpensFocus">What the rule speaks about begins here.</param>
/// <param name="ClosesFocus">What the rule speaks about ends here.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Element(ElementKind Kind, int Key, bool OpensFocus, bool ClosesFocus);
