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
internal sealed class ToneReader
{
    private readonly Tones[] _byKind;

    /// <summary>Looks up the tones of every kind of term.</summary>
    public ToneReader(Lexicon lexicon)
    {
        (int Class, Tones Tone)[] tones =
        [
            (lexicon.Class("d.past"), Tones.Past), (lexicon.Class("d.habit"), Tones.Habit), (lexicon.Class("d.ask"), Tones.Asking),
            (lexicon.Class("d.other"), Tones.Story), (lexicon.Class("d.now"), Tones.Now),
        ];
        _byKind = [.. Enumerable.Range(0, lexicon.KindCount)
            .Select(kind => tones.Where(tone => lexicon.Has(kind, tone.Class)).Aggregate(Tones.None, static (all, tone) => all | tone.Tone))];
    }

    /// <summary>The tones of a term.</summary>
    public Tones Of(in Term term) => _byKind[term.Kind];
}
