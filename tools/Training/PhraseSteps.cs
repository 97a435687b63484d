namespace ReportBot.Training;

/// <summary>A text by the numbers of its inputs.</summary>
internal sealed class PhraseSteps
{
    /// <summary>Finds the numbers.</summary>
    public PhraseSteps(PhraseText text, Dictionary<uint, int> rows)
    {
        Words = [.. text.Words.Select(key => rows.GetValueOrDefault(key, -1))];
        Others = [.. text.Others.Select(keys => keys.Where(rows.ContainsKey).Select(key => rows[key]).ToArray())];
        Letters = [.. text.Letters.Select(keys => keys.Where(rows.ContainsKey).Select(key => rows[key]).ToArray())];
        Text = text;
    }

    /// <summary>Each word's own number; -1 for one seen too seldom.</summary>
    public int[] Words { get; }

    /// <summary>The numbers of what else each word is.</summary>
    public int[][] Others { get; }

    /// <summary>The numbers of each word's letters.</summary>
    public int[][] Letters { get; }

    /// <summary>The text.</summary>
    public PhraseText Text { get; }
}
