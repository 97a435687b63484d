using ReportBot.Knowledge.Recognition.Reading;

namespace ReportBot.Knowledge.Recognition.Urgency;

/// <summary>What the words around a sign of danger say about when and how it is meant.</summary>
[Flags]
internal enum Tones : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Over, or told as over.</summary>
    Past = 1,

    /// <summary>Again and again, not this moment.</summary>
    Habit = 2,

    /// <summary>Asked or supposed.</summary>
    Asking = 4,

    /// <summary>Of a story, a game, a film.</summary>
    Story = 8,

    /// <summary>This moment.</summary>
    Now = 16,
}

/// <summary>Tells the tone of the terms of the lexicon.</summary>
internal sealed class ToneReader(Lexicon lexicon)
{
    private readonly (int Class, Tones Tone)[] _tones =
    [
        (lexicon.Class("d.past"), Tones.Past), (lexicon.Class("d.habit"), Tones.Habit), (lexicon.Class("d.ask"), Tones.Asking),
        (lexicon.Class("d.other"), Tones.Story), (lexicon.Class("d.now"), Tones.Now),
    ];

    /// <summary>The tones of a term.</summary>
    public Tones Of(in Term term)
    {
        var classes = lexicon.Classes(term.Kind);
        var found = Tones.None;
        foreach (var (wordClass, tone) in _tones)
            found |= classes.Has(wordClass) ? tone : Tones.None;
        return found;
    }
}
