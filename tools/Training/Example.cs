using ReportBot.Knowledge.Recognition.Likelihood;

namespace ReportBot.Training;

/// <summary>A labelled text as training sees it.</summary>
/// <param name="Id">Its id in its file.</param>
/// <param name="Kind">What it was written to try.</param>
/// <param name="Text">The text.</param>
/// <param name="Shared">The features that mean the same whatever is asked, by column; empty where there are none.</param>
/// <param name="Each">The features that mean something else for each column.</param>
/// <param name="Holds">The columns that hold, as bits.</param>
/// <param name="Known">The columns that are labelled, as bits: the others teach nothing.</param>
internal sealed record Example(string Id, string Kind, string Text, uint[][] Shared, uint[] Each, int Holds, int Known)
{
    /// <summary>How much the text gives for each characteristic.</summary>
    public Standing[] Standings { get; init; } = [];

    /// <summary>The text as the phrase filters see it.</summary>
    public PhraseText Phrases { get; init; } = new([], [], [], 0, 0);
}
