namespace ReportBot.Knowledge.Recognition.Reading;

/// <summary>The ending of a word that tells when what it says happens. The numbers are part of features.</summary>
internal enum Ending : byte
{
    /// <summary>No such ending.</summary>
    None = 0,

    /// <summary>"hes …ing": it goes on.</summary>
    Going = 1,

    /// <summary>"he …ed": it is over.</summary>
    Over = 2,
}

/// <summary>Tells how words end.</summary>
internal static class Endings
{
    /// <summary>The ending of a word, by its letters.</summary>
    public static Ending Of(ReadOnlySpan<char> letters) => letters switch
    {
        { Length: > 4 } when letters.EndsWith("ing") => Ending.Going,
        { Length: > 3 } when letters.EndsWith("in") => Ending.Going,
        { Length: > 3 } when letters.EndsWith("ed") => Ending.Over,
        _ => Ending.None,
    };
}
